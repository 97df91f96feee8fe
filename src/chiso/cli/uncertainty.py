"""`chiso uncertainty`: how sure scores and ranks are when the method or the data might be otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from chiso.cli.language import language
from chiso.cli.score import (
    AsOf,
    DataFile,
    EditionKey,
    History,
    Ignored,
    Layout,
    PackFolder,
    ResultFormat,
    UnitColumn,
    _by_ending,
    _day,
    _deliver,
    _edition,
    _scorecard,
)

if TYPE_CHECKING:
    from chiso.robustness import Assumption, Ground, Uncertainty

Methods = Annotated[
    list[str] | None,
    typer.Option(
        metavar="METHOD",
        help="cách tính có thể có, ghi nhiều lần, như minmax:lower=1,upper=100 / repeatable alternative",
    ),
]
Seed = Annotated[int, typer.Option(min=0, help="mầm số ngẫu nhiên; cùng mầm thì cùng kết quả / same seed, same result")]
Draws = Annotated[int, typer.Option(min=1, help="số lượt tính / number of draws")]


def uncertainty(  # noqa: PLR0913 - each is an option of the command
    edition: EditionKey,
    data: DataFile,
    *,
    draws: Draws = 1000,
    seed: Seed = 1,
    weights: Annotated[
        float | None,
        typer.Option(metavar="SHARE", help="trọng số thay đổi trong khoảng này, như 0.25 / weights vary so far"),
    ] = None,
    impute: Methods = None,
    treat: Methods = None,
    normalise: Methods = None,
    aggregate: Methods = None,
    drop: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="mã có thể bỏ, ghi nhiều lần / code that may be left out")
    ] = None,
    errors: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="sai số chuẩn: unit,node,error / standard errors", exists=True, dir_okay=False
        ),
    ] = None,
    place: Annotated[
        int | None,
        typer.Option(min=1, help="thêm xác suất đứng từ hạng này trở lên / add the probability of this rank or better"),
    ] = None,
    sobol: Annotated[
        int | None, typer.Option(metavar="N", help="thêm chỉ số Sobol từ N điểm, lũy thừa của 2 / add Sobol indices")
    ] = None,
    parameters: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="ghi tham số của từng lượt / write every draw's parameters", dir_okay=False),
    ] = None,
    node: Annotated[str | None, typer.Option(metavar="N", help="mã chỉ số, mặc định là chỉ số tổng hợp / code")] = None,
    format: Annotated[ResultFormat | None, typer.Option(help="table | csv | json")] = None,  # noqa: A002 - the option's name
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="ghi vào tệp / write to a file", dir_okay=False)
    ] = None,
    as_of: AsOf = None,
    unit_column: UnitColumn = None,
    ignore: Ignored = None,
    pack: PackFolder = None,
    history: History = None,
) -> None:
    """Khoảng dao động của điểm và thứ hạng khi giả định thay đổi. / Intervals of scores and ranks."""
    import numpy as np  # noqa: PLC0415 - keeps `chiso --help` quick

    from chiso import robustness, scoring  # noqa: PLC0415 - see above

    card = _scorecard(_edition(edition, pack), data, history, _day(as_of), Layout(unit_column, ignore or []))
    ground = robustness.Ground.of(card, node)
    assumptions = _assumptions({"impute": impute, "treat": treat, "normalise": normalise, "aggregate": aggregate})
    if weights is not None:
        assumptions.append(robustness.Weights(weights))
    if drop:
        assumptions.append(robustness.Dropping(tuple(drop)))
    if errors is not None:
        assumptions.append(robustness.read_errors(scoring.read_csv(errors.read_bytes(), errors.name), ground))
    found = robustness.uncertainty(ground, assumptions, draws, np.random.default_rng(seed))
    if parameters is not None:
        _deliver(_kept(found), parameters)
    _deliver(_printed(found, place, format or _by_ending(out), out), out)
    typer.echo(_footer(draws, seed), err=True)
    if sobol is not None:
        _tell_sensitivity(ground, assumptions, sobol, seed)


def _assumptions(methods: dict[Any, list[str] | None]) -> list[Assumption]:
    from chiso.robustness import Alternatives  # noqa: PLC0415 - see above

    return [Alternatives(step, tuple(map(_method, choices))) for step, choices in methods.items() if choices]


def _method(written: str) -> str | dict[str, Any]:
    """A method and its options: `minmax:lower=1,upper=100`."""
    import yaml  # noqa: PLC0415 - see above

    from chiso.robustness._problems import BAD_PAIR  # noqa: PLC0415 - see above

    name, _, options = written.partition(":")
    if not options:
        return name
    pairs = [pair.partition("=") for pair in options.split(",")]
    if any(not sign for _, sign, _ in pairs):
        BAD_PAIR.stop(given=written, wanted="method:key=value,key=value")
    return {"method": name, **{key.strip(): yaml.safe_load(value) for key, _, value in pairs}}


def _printed(found: Uncertainty, place: int | None, form: ResultFormat, out: Path | None) -> str:
    from chiso.cli import uncertainty_output  # noqa: PLC0415 - see above

    if form is ResultFormat.TABLE:
        return uncertainty_output.as_table(found, place, language(), to_file=out is not None)
    frame = uncertainty_output.frame(found, place)
    return frame.write_csv() if form is ResultFormat.CSV else uncertainty_output.as_json(frame)


def _kept(found: Uncertainty) -> str:
    from chiso.cli import uncertainty_output  # noqa: PLC0415 - see above

    return uncertainty_output.parameters(found).write_csv()


def _footer(draws: int, seed: int) -> str:
    return f"{draws} draws, seed {seed}" if language() == "en" else f"{draws} lượt tính, mầm số ngẫu nhiên {seed}"


def _tell_sensitivity(ground: Ground, assumptions: list[Assumption], size: int, seed: int) -> None:
    import numpy as np  # noqa: PLC0415 - see above

    from chiso.robustness import sensitivity  # noqa: PLC0415 - see above
    from chiso.robustness.telling import sensitivity_lines  # noqa: PLC0415 - see above

    found = sensitivity(ground, assumptions, size, np.random.default_rng(seed))
    typer.echo("\n".join(sensitivity_lines(found, language())), err=True)
