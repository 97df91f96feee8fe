"""Which nodes go into the headline, and with which weight."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from chiso.frameworks.edition import Node, NodeKind
from chiso.frameworks.rules import Rule
from chiso.legal import Timeline


def placed(nodes: tuple[Node, ...], rules: Mapping[str, Timeline[Rule]]) -> tuple[Node, ...]:
    """The nodes with their weight, and whether they count in the headline, by the newest rule of the node above.

    A node under an announced score counts as nobody knows (None), as does one beside a score that is made of parts
    which cut across it; one that a computed score leaves out counts not at all.
    """
    counts: dict[str, bool | None] = {}
    parts = {node.code for node in nodes if node.kind is NodeKind.PART}
    done = []
    for node in nodes:
        rule = _newest(rules.get(node.parent or ""))
        counts[node.code] = _counts(node, rule, counts, parts)
        weight = rule.weight(node.code) if rule else None
        done.append(replace(node, weight=weight, counts_in_headline=counts[node.code]))
    return tuple(done)


def _counts(node: Node, rule: Rule | None, counts: Mapping[str, bool | None], parts: Collection[str]) -> bool | None:
    if node.parent is None:
        return True
    above = counts.get(node.parent)
    if rule is None or not above:
        return above
    if not rule.is_computed:
        return None
    if any(part.code == node.code for part in rule.parts):
        return True
    return None if all(part.code in parts for part in rule.parts) else False


def _newest(timeline: Timeline[Rule] | None) -> Rule | None:
    return timeline.values[-1].value if timeline else None
