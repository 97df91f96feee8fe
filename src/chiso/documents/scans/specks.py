"""Specks of dirt taken off a page: spots of ink too small for any letter, or small round ones far from all print."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from chiso.documents.scans.pictures import RESOLUTION, Grey

_WHITE = 255
_LEAST = round(RESOLUTION**2 * 0.00018)  # dots: half the dot over an i of 9 points
_MARK = round(RESOLUTION**2 * 0.0012)  # a full stop or an accent of 14 points
_NEAR = round(RESOLUTION * 0.05)  # how far from its letters a mark or an accent may stand
_FLAT = 1.8  # a dash, which stands alone, is wider than high by more

Mask = NDArray[np.bool_]


def without_specks(dots: Grey) -> Grey:
    """The cleaned page (paper white) without specks.

    A spot smaller than any mark of print goes; one no larger than a mark stays where it is a dash or a letter is near.
    """
    from scipy import ndimage  # noqa: PLC0415 - loads slowly and is needed for scans only

    spots, count = ndimage.label(dots < _WHITE, structure=np.ones((3, 3)))
    if not count:
        return dots
    sizes = np.bincount(spots.ravel())
    sizes[0] = 0
    near = _grown((sizes > _MARK)[spots], _NEAR)
    stays = np.array([True, *map(_is_flat, ndimage.find_objects(spots))])
    stays[np.unique(spots[near])] = True
    is_speck = (sizes <= _LEAST) | ((sizes <= _MARK) & ~stays)
    is_speck[0] = False
    return np.where(is_speck[spots], np.uint8(_WHITE), dots)


def _is_flat(box: tuple[slice, slice]) -> bool:
    down, along = box
    return bool(along.stop - along.start > _FLAT * (down.stop - down.start))


def _grown(ink: Mask, reach: int) -> Mask:
    """The ink and all that lies within `reach` dots of it, along rows and columns."""
    from scipy import ndimage  # noqa: PLC0415 - see above

    size = 2 * reach + 1
    grown: Mask = ndimage.maximum_filter1d(ndimage.maximum_filter1d(ink, size, axis=0), size, axis=1)
    return grown
