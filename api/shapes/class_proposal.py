"""A content class that was proposed."""

from pydantic import BaseModel, Field


class ClassProposed(BaseModel):
    """A class, how sure it is, and the pairs of characters that speak for it."""

    level1: str
    name: str
    score: float = Field(description="probability, 0 to 1")
    reasons: list[str]
