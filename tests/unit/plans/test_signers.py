"""Who signs, whatever the name is made of."""

from __future__ import annotations

import pytest
from tests.unit.plans.short_plans import plan_of

LISTED = (
    "I. NHIỆM VỤ\n1. Chỉ số “Tính minh bạch”\n- Rà soát quy trình.\nNơi nhận:\n- UBND tỉnh;\n- Phòng A;\n- Lưu: VT.\n"
)


@pytest.mark.parametrize("name", ["Lê A", "Lò Ơ", "Nguyễn Văn An B", "Ksor Y Thanh", "H'Hen Niê", "Trần Văn Bình"])
def test_the_name_under_the_position_signs_and_receives_nothing(name: str) -> None:
    document = plan_of(f"{LISTED}KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Đã ký)\n{name}\n").document

    assert document.signer is not None
    assert (name, "PHÓ GIÁM ĐỐC", "KT.") == (document.signer.name, document.signer.position, document.signer.capacity)
    assert ("UBND tỉnh", "Phòng A", "Lưu: VT") == document.recipients
