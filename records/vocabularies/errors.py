"""What can stand in the way of a change of vocabularies. `detail` holds codes and dates only."""

from records.errors import RecordsError


class VocabularyError(RecordsError):
    """The vocabulary cannot be changed like this."""

    def __init__(self, detail: str = "") -> None:
        self.detail = detail
        super().__init__(" ".join(filter(None, (type(self).__doc__, detail))))


class VocabularyNotFound(VocabularyError):
    """There is no such vocabulary. The list of vocabularies names them all."""


class TermNotFound(VocabularyError):
    """The vocabulary has no such code in force. Look at its terms."""


class TermInvalid(VocabularyError):
    """The term is not complete or not well formed. Correct what is named and send it again."""


class TermChangeTooEarly(VocabularyError):
    """The day lies in the past, or not after the newest row of this code. Choose a later day."""


class CodesFixed(VocabularyError):
    """The procedure decides by these codes. They can be renamed, not added or closed."""


class TermHasChildren(VocabularyError):
    """Other terms stand below this one. Close those first."""
