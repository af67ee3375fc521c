"""Whose picture is next: who waits for the model, and what it has in hand."""

from collections import OrderedDict, deque

from pipeline.domain.errors import ArtiCoverError
from pipeline.domain.painting import PaintedPicture, PaintStep
from pipeline.queue.painting.losses import Suspects
from pipeline.queue.painting.ticket import Ticket


class Line:
    """Tickets that wait for the model: people take turns, and each one's come in their order.

    Whoever comes joins at the end, and so does whoever was served and waits for more.
    """

    def __init__(self) -> None:
        """Nobody waits."""
        self._people: OrderedDict[str, deque[Ticket]] = OrderedDict()

    def __bool__(self) -> bool:
        return bool(self._people)

    def join(self, ticket: Ticket) -> None:
        """Wait behind one's own, in one's turn."""
        self._people.setdefault(ticket.request.person, deque()).append(ticket)

    def front(self) -> Ticket | None:
        """Whose turn it is."""
        return next((own[0] for own in self._people.values()), None)

    def served(self) -> Ticket:
        """Take the one whose turn it is.

        Raises:
            KeyError: when nobody waits.
        """
        person, own = self._people.popitem(last=False)
        ticket = own.popleft()
        if own:
            self._people[person] = own
        return ticket

    def leave(self, ticket: Ticket) -> None:
        """Wait no more; whoever did not wait is ignored."""
        own = self._people.get(ticket.request.person, deque())
        if ticket in own:
            own.remove(ticket)
            if not own:
                del self._people[ticket.request.person]

    def emptied(self) -> list[Ticket]:
        """Everybody who waits, who do so no more."""
        gone = [ticket for own in self._people.values() for ticket in own]
        self._people.clear()
        return gone


class Turns:
    """The tickets of a painter: those that wait, and up to `most` that its process has in hand.

    What was in hand when a process was lost is painted alone when it comes again.
    """

    def __init__(self, most: int) -> None:
        """Nobody waits, nothing is in hand."""
        self._most = most
        self._line = Line()
        self._in_hand: dict[str, Ticket] = {}
        self._suspects = Suspects()

    @property
    def waited_for(self) -> bool:
        """Whether anybody waits to be called."""
        return bool(self._line)

    @property
    def in_hand(self) -> int:
        """How many tickets the process has."""
        return len(self._in_hand)

    @property
    def guilty(self) -> bool:
        """Whether all that is in hand is one suspect: what happens now is its own doing."""
        only = next(iter(self._in_hand.values()), None)
        return only is not None and only.request in self._suspects

    def join(self, ticket: Ticket) -> None:
        """Wait to be called."""
        self._line.join(ticket)

    def leave(self, ticket: Ticket) -> bool:
        """Wait no more; True when the process has to be told, which has the ticket in hand."""
        self._line.leave(ticket)
        return self._in_hand.pop(ticket.name, None) is not None

    def called(self) -> Ticket | None:
        """Take whose turn it is into hand, if there is anybody and room.

        A suspect waits until the hand is empty, and everybody else waits for the suspect.
        """
        ticket = self._line.front()
        if ticket is None or (self._in_hand and not self._may_join(ticket)):
            return None
        self._line.served()
        self._in_hand[ticket.name] = ticket
        return ticket

    def _may_join(self, ticket: Ticket) -> bool:
        full = len(self._in_hand) >= self._most
        return not (full or self.guilty or ticket.request in self._suspects)

    def advanced(self, name: str, step: PaintStep) -> None:
        """A picture in hand is a step further; unknown ones were given up meanwhile."""
        if (ticket := self._in_hand.get(name)) is not None:
            ticket.advanced(step)

    def ended(self, name: str, end: PaintedPicture | ArtiCoverError) -> Ticket | None:
        """End a ticket in hand, which the process has outlived: it is suspected no more."""
        if (ticket := self._in_hand.pop(name, None)) is not None:
            self._suspects.clear(ticket.request)
            ticket.ended(end)
        return ticket

    def lost(self, error: ArtiCoverError) -> None:
        """End what the process had in hand; all of it is suspected."""
        tickets, self._in_hand = self._in_hand, {}
        for ticket in tickets.values():
            self._suspects.add(ticket.request)
            ticket.ended(error)

    def turned_away(self, error: ArtiCoverError) -> None:
        """End what waits."""
        for ticket in self._line.emptied():
            ticket.ended(error)
