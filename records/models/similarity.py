"""The index for finding petitions like a new one: keys of texts, and of facts about people."""

from sqlalchemy import BigInteger, Integer
from sqlmodel import Field, SQLModel

WIDE = BigInteger().with_variant(Integer, "sqlite")


class SimilarityEntry(SQLModel, table=True):
    """A petition in the index; entries are numbered in the order they came."""

    __tablename__ = "similarity_entry"

    id: int | None = Field(default=None, primary_key=True, sa_type=WIDE)
    petition_id: str = Field(foreign_key="petition.id", unique=True, max_length=36)


class SimilarityKey(SQLModel, table=True):
    """That an entry has a key. Keys are numbers; what they were made of cannot be read from them.

    The table is its own index: a look-up reads the entries of a key, the newest first.
    """

    __tablename__ = "similarity_key"
    __table_args__ = {"sqlite_with_rowid": False}

    key: int = Field(primary_key=True, sa_type=WIDE, sa_column_kwargs={"autoincrement": False})
    entry: int = Field(primary_key=True, sa_type=WIDE, sa_column_kwargs={"autoincrement": False})
