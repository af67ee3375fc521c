"""What is to be printed, remembered with each cover: the same for the command and for the chats.

It goes with its cover, in the same step of the store.
"""

from pipeline.domain.operation import Print
from pipeline.domain.print_wishes import note_key, wishes_in, wishes_text
from pipeline.ports.notes import Notes


async def remembered(notes: Notes, person: str, cover: str) -> Print:
    """What the person said about printing this cover; nothing at first.

    Raises:
        StorageError: when the notes cannot be read.
    """
    return wishes_in(await notes.note(person, note_key(cover)))


async def remember(notes: Notes, person: str, cover: str, wishes: Print) -> None:
    """Keep what the person said, for the next time.

    Raises:
        StorageError: when it cannot be kept.
    """
    await notes.keep(person, note_key(cover), wishes_text(wishes))
