"""Which nodes go into the headline, and with which weight."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from chiso.frameworks.edition import Node
from chiso.frameworks.rules import Rule
from chiso.legal import Timeline


def placed(nodes: tuple[Node, ...], rules: Mapping[str, Timeline[Rule]]) -> tuple[Node, ...]:
    """The nodes with their weight, and whether they count in the headline, by the newest rule of the node above.

    A node under an announced score counts as nobody knows (None); one that a computed score leaves out, not at all.
    """
    counts: dict[str, bool | None] = {}
    done = []
    for node in nodes:
        rule = _newest(rules.get(node.parent or ""))
        counts[node.code] = _counts(node, rule, counts)
        weight = rule.weight(node.code) if rule else None
        done.append(replace(node, weight=weight, counts_in_headline=counts[node.code]))
    return tuple(done)


def _counts(node: Node, rule: Rule | None, counts: Mapping[str, bool | None]) -> bool | None:
    if node.parent is None:
        return True
    above = counts.get(node.parent)
    if rule is None or not above:
        return above
    if not rule.is_computed:
        return None
    return any(part.code == node.code for part in rule.parts)


def _newest(timeline: Timeline[Rule] | None) -> Rule | None:
    return timeline.values[-1].value if timeline else None
