"""What is logged while a command runs: kept in a file, and not told at the terminal."""

import logging

from bot.__main__ import main
from bot.terminal.kept_log import KeptLog


def record(text, level=logging.ERROR):
    return logging.LogRecord("pipeline", level, "", 1, text, (), None)


def test_errors_are_kept_in_a_file_that_is_made_when_there_are_any(tmp_path):
    path = tmp_path / "state" / "articover.log"
    kept = KeptLog(path)
    assert not path.parent.exists()

    kept.handle(record("the model cannot be loaded: model-device"))
    kept.handle(record("and again"))

    assert path.read_text().splitlines()[1::2] == ["the model cannot be loaded: model-device", "and again"]  # fmt: skip


def test_a_folder_that_takes_nothing_ends_no_command(tmp_path):
    (tmp_path / "file").touch()
    KeptLog(tmp_path / "file" / "articover.log").handle(record("lost"))


def test_a_command_tells_no_log_unless_it_is_asked_to(monkeypatch, tmp_path, capsys):
    usual = logging.lastResort
    monkeypatch.setattr(logging, "lastResort", usual)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    main(["--version", "--debug"])
    assert logging.lastResort is usual

    main(["--version"])
    logging.lastResort.handle(record("the model cannot be loaded"))

    assert capsys.readouterr().err == ""
    assert "cannot be loaded" in (tmp_path / "articover" / "articover.log").read_text()
