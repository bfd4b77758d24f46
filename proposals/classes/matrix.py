"""Features of many texts as one sparse matrix, and their weights. Loads numpy and scipy."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from proposals.classes.features import HEAD_WEIGHT, features_of, is_head

Floats = NDArray[np.float64]
Matrix: TypeAlias = Any  # scipy.sparse.csr_matrix, which declares no types


def vocabulary(counts: Iterable[Counter[str]], in_texts: int) -> dict[str, int]:
    """Features that occur in at least `in_texts` texts, with their columns."""
    texts = Counter[str]()
    for one in counts:
        texts.update(one.keys())
    names = sorted(name for name, number in texts.items() if number >= in_texts)
    return {name: column for column, name in enumerate(names)}


def counts_of(texts: Iterable[str]) -> list[Counter[str]]:
    """The features of each text."""
    return [features_of(text) for text in texts]


def matrix_of(counts: Sequence[Counter[str]], columns: dict[str, int]) -> Matrix:
    """A row for each text, a column for each feature, how often it occurs."""
    data, places, starts = list[int](), list[int](), [0]
    for one in counts:
        for feature, number in one.items():
            if (column := columns.get(feature)) is not None:
                places.append(column)
                data.append(number)
        starts.append(len(data))
    return csr_matrix((data, places, starts), (len(counts), len(columns)), dtype=np.float64)


def rarity(matrix: Matrix, in_texts: int) -> Floats:
    """Weight of each feature: 1 + ln((1 + texts) / (1 + texts with it)); 0 in too few texts."""
    texts, columns = matrix.shape
    having = np.bincount(matrix.indices, minlength=columns)
    weights = 1 + np.log((1 + texts) / (1 + having))
    return np.where(having >= in_texts, weights, 0.0)


def weighed(matrix: Matrix, idf: Floats, columns: dict[str, int]) -> Matrix:
    """(1 + ln count) * idf, the features of the beginning and the others each of length 1."""
    result = matrix.copy()
    result.data = (1 + np.log(result.data)) * idf[result.indices]
    rows = np.repeat(np.arange(result.shape[0]), np.diff(result.indptr))
    heads = np.array([is_head(name) for name in columns])[result.indices]
    for part, weight in ((~heads, 1.0), (heads, HEAD_WEIGHT)):
        squares = np.bincount(rows[part], weights=result.data[part] ** 2, minlength=result.shape[0])
        lengths = np.sqrt(np.where(squares > 0, squares, 1.0))
        result.data[part] *= weight / lengths[rows[part]]
    return result
