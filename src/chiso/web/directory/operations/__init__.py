"""Writes to the directory of an agency."""

from chiso.web.directory.operations.accounts import change_account, create_account, reset_password, set_active
from chiso.web.directory.operations.agencies import create_agency
from chiso.web.directory.operations.merging import merge_units
from chiso.web.directory.operations.units import add_unit, add_unit_name, rename_unit

__all__ = [
    "add_unit",
    "add_unit_name",
    "change_account",
    "create_account",
    "create_agency",
    "merge_units",
    "rename_unit",
    "reset_password",
    "set_active",
]
