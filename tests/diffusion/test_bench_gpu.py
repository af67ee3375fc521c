"""The bench that runs where a card is: its arithmetic, and that it serves what is ordered."""

from dataclasses import replace

import pytest

from tests.bench_gpu.grounds import grounds_of
from tests.bench_gpu.options import read_options
from tests.bench_gpu.overhead import overhead
from tests.bench_gpu.serving import continuous, keyed, one_by_one, serve
from tests.bench_gpu.telling import Goal
from tests.bench_gpu.work import FACTS, work_of


@pytest.fixture(scope="module")
def grounds():
    with grounds_of(read_options(["--size", "tiny", "--device", "cpu"], "")) as on:
        yield on


def test_the_work_of_a_full_picture_is_what_was_counted_before():
    step, decoding = FACTS["full"]
    counted = work_of("full", 512, 768)
    assert counted.step == pytest.approx(step, rel=1e-3)
    assert counted.decoding == pytest.approx(decoding, rel=1e-3)


@pytest.mark.parametrize("choose", [one_by_one, keyed(2, 0.01), continuous])
def test_every_discipline_serves_every_order_once(grounds, choose):
    trade = replace(grounds.mixed, steps=(2, 3))
    orders = trade.orders(4, seed=5, per_second=100.0)
    day = serve(grounds.bare_engine(), orders, choose)
    assert sorted(one.order.at for one in day.served) == [order.at for order in orders]
    assert all(one.latency > 0 for one in day.served)


def test_micro_batches_are_of_pictures_that_are_alike(grounds):
    orders = grounds.mixed.orders(12, seed=3)
    alike = keyed(8, 0.0)(orders, 0, 0.0)
    assert {order.key for order in alike} == {orders[0].key}
    assert not keyed(8, 1.0)(orders[:1], 0, 0.5), "the oldest waits a little for others"
    assert not keyed(8, 0.0)(orders, 1, 9.0), "nobody joins a batch that runs"


def test_the_same_orders_come_at_the_same_times(grounds):
    first, again = (grounds.mixed.orders(9, seed=4, per_second=2.0) for _ in range(2))
    assert first == again
    assert first != grounds.mixed.orders(9, seed=5, per_second=2.0)


def test_the_stock_pipeline_paints_with_adapters_and_without(grounds):
    orders = replace(grounds.mixed, steps=(2,)).orders(2, seed=6)
    assert len(grounds.stock(adapters=True).serve(orders).served) == 2


def test_the_work_beside_the_passes_is_told_from_them(grounds):
    found = overhead(grounds.bare_engine(), replace(grounds.plain, steps=(6,)), count=2)
    assert found.forward > 0
    assert found.beside > 0
    assert found.steps >= 3


def test_a_goal_that_is_not_about_this_machine_is_not_judged():
    goal = Goal(name="pace", value=1.0, limit=7.0, at_least=True, judged=False)
    assert goal.as_dict()["met"] is None
    assert replace(goal, judged=True).verdict == "MISSED"
    assert replace(goal, judged=True, value=8.0).verdict == "met"
