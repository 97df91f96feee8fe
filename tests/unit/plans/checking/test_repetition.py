from chiso.documents import Document
from chiso.plans import Component, Plan, Reading, Task, check


def repeated(*texts: str) -> set[str]:
    """The codes of findings on repetition, of a plan whose components each hold one of the texts."""
    names = ("Chi phí thời gian", "Chi phí không chính thức")
    components = tuple(Component(name=name, tasks=(Task(text=text),)) for name, text in zip(names, texts, strict=True))
    found = check(Reading(Plan(components=components)), Document("kế hoạch", "txt", ()))
    return {finding.code for finding in found if finding.code.startswith("repetition.same_task")}


SAME = "Niêm yết đầy đủ biểu mức phí và thời hạn giải quyết tại nơi tiếp nhận hồ sơ của Sở."
ABOUT = "Làm tốt phần việc của chỉ số {} đã được giao trong chương trình công tác năm của Sở."


def test_one_task_under_two_components_is_told():
    assert repeated(SAME, SAME) != set()


def test_tasks_that_name_different_components_are_not_the_same():
    assert repeated(ABOUT.format("Chi phí thời gian"), ABOUT.format("Chi phí không chính thức")) == set()


def test_a_task_that_names_the_wrong_component_is_still_the_same():
    assert repeated(ABOUT.format("Chi phí thời gian"), ABOUT.format("Chi phí thời gian")) != set()
