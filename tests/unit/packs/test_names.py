from chiso import packs


def test_plans_are_read_by_the_names_of_all_editions():
    names = packs.names()

    assert {"DDCI", "MOT-CUA", "PAPI", "PAR INDEX", "PCI", "QĐ 766", "SIPAS"} == set(names.components)
    spellings = {each for component in names.components["PCI"] for each in component.all}
    assert {"Gia nhập thị trường", "Tính năng động của chính quyền tỉnh", "Chính sách hỗ trợ doanh nghiệp"} <= spellings
    assert {"Lào Cai", "Lạng Sơn", "Quảng Trị"} <= set(names.provinces)


def test_one_concept_has_one_word():
    words = [entry.word for entry in packs.glossary()]

    assert sorted(set(words)) == sorted(words)
    assert "chủ trì" == next(entry.name.vi for entry in packs.glossary() if entry.word == "lead")


def test_every_theme_of_a_node_has_a_name():
    used = {theme for edition in packs.load_all() for node in edition.nodes for theme in node.themes}

    assert used <= set(packs.themes())


def test_decided_days_are_read():
    assert any(each.day.isoformat() == "2026-02-17" and not each.is_working for each in packs.decided_days())
