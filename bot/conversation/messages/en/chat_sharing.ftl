### What others have of a cover: a vote.

vote-question = Which cover for “{ $title }”?
vote-how = The numbers of the poll are those in the picture.
vote-answer = { $number } · { $label }
vote-label = { $look }, version { $number }
vote-alt = Covers of “{ $title }” to vote on: { $options }.
vote-too-few = There is only one cover to vote on yet. “Vary” or “Another idea” makes more.
