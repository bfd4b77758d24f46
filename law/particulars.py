"""What a petition has to state (regulation 19(1)): name, address, request, facts, reasons.

An identity document is not among them: without one the matter is registered and marked
unverified. Whether a name or an address is clear enough is left to the person who registers.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Particulars:
    """Whether each particular is stated clearly; the words themselves are kept in the records."""

    name: bool
    address: bool
    request: bool
    facts: bool
    reasons: bool
    identity_document: bool = False

    @property
    def missing(self) -> tuple[str, ...]:
        """What to ask the petitioner for. Nothing of it hinders registration (22(1), 23(1))."""
        return tuple(
            word
            for word in ("name", "address", "request", "facts", "reasons")
            if not getattr(self, word)
        )

    @property
    def can_be_reached(self) -> bool:
        """Whether a written notice could be sent: name and address are clear (23(2))."""
        return self.name and self.address

    @property
    def is_anonymous(self) -> bool:
        """匿名: no name is known."""
        return not self.name

    @property
    def is_unverified(self) -> bool:
        """未核验: nobody has seen an identity document; a mark, not an obstacle."""
        return not self.identity_document
