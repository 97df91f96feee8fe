"""`chiso uncertainty`: how sure scores and ranks are when the method or the data might be otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from chiso.cli.delivery import check_ending, deliver, form_of
from chiso.cli.language import language
from chiso.cli.observations import Asked, Layout, scorecard
from chiso.cli.options import (
    AsOf,
    DataFile,
    Draws,
    EditionKey,
    Format,
    History,
    Ignored,
    NodeCode,
    OutFile,
    PackFolder,
    ResultFormat,
    Seed,
    UnitColumn,
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
Weights = Annotated[
    float | None,
    typer.Option(metavar="SHARE", help="trọng số thay đổi trong khoảng này, như 0.25 / weights vary so far"),
]
Dropped = Annotated[
    list[str] | None, typer.Option(metavar="CODE", help="mã có thể bỏ, ghi nhiều lần / code that may be left out")
]
Errors = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="sai số chuẩn: unit,node,error / standard errors", exists=True, dir_okay=False),
]
ReplicateFile = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="giá trị theo từng bộ quyền số lặp: replicate,unit,node,value[,scale] / values by replicate weights",
        exists=True,
        dir_okay=False,
    ),
]
WithoutEach = Annotated[
    bool,
    typer.Option(
        "--without-each",
        help="thay vào đó: thứ hạng khi bỏ từng chỉ số, hay từng mã của --drop / instead: ranks without each part",
    ),
]
AtOrAbove = Annotated[
    int | None,
    typer.Option(min=1, help="thêm xác suất đứng từ hạng này trở lên / add the probability of this rank or better"),
]
Sobol = Annotated[
    int | None, typer.Option(metavar="N", help="thêm chỉ số Sobol từ N điểm, lũy thừa của 2 / add Sobol indices")
]
Parameters = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="ghi tham số của từng lượt, cả giá trị đã rút nếu không quá một triệu / write every draw's parameters",
        dir_okay=False,
    ),
]


@dataclass(frozen=True, slots=True)
class Varied:
    """What may be otherwise: methods by step, the share by which weights vary, codes left out, sampling errors.

    errors, replicates: files of standard errors and of values by replicate weights
    """

    methods: dict[Any, list[str] | None]
    weights: float | None
    drop: list[str] | None
    errors: Path | None
    replicates: Path | None

    @property
    def named(self) -> list[str]:
        """The options by which anything but codes is said to vary."""
        given = {**self.methods, "weights": self.weights, "errors": self.errors, "replicates": self.replicates}
        return [f"--{name}" for name, value in given.items() if value is not None]


@dataclass(frozen=True, slots=True)
class Shown:
    """What comes out, in which form, and where it goes."""

    place: int | None
    form: ResultFormat
    out: Path | None
    parameters: Path | None


def uncertainty(  # noqa: PLR0913 - each is an option of the command
    edition: EditionKey,
    data: DataFile,
    *,
    draws: Draws = 1000,
    seed: Seed = 1,
    weights: Weights = None,
    impute: Methods = None,
    treat: Methods = None,
    normalise: Methods = None,
    aggregate: Methods = None,
    drop: Dropped = None,
    errors: Errors = None,
    replicates: ReplicateFile = None,
    without_each: WithoutEach = False,
    place: AtOrAbove = None,
    sobol: Sobol = None,
    parameters: Parameters = None,
    node: NodeCode = None,
    format: Format = None,  # noqa: A002 - the option's name
    out: OutFile = None,
    as_of: AsOf = None,
    unit_column: UnitColumn = None,
    ignore: Ignored = None,
    pack: PackFolder = None,
    history: History = None,
) -> None:
    """Khoảng dao động của điểm và thứ hạng khi giả định thay đổi. / Intervals of scores and ranks."""
    from chiso import robustness  # noqa: PLC0415 - keeps `chiso --help` quick

    shown = Shown(place, form_of(format, out), out, parameters)
    check_ending(parameters, [ResultFormat.CSV])
    card = scorecard(Asked(edition, data, Layout(unit_column, ignore or []), as_of, pack, history))
    ground = robustness.Ground.of(card, node)
    methods = {"impute": impute, "treat": treat, "normalise": normalise, "aggregate": aggregate}
    varied = Varied(methods, weights, drop, errors, replicates)
    if without_each:
        _tell_removal(ground, varied, shown, sobol)
        return
    assumptions = _assumptions(varied, ground)
    _tell(ground, assumptions, draws, seed, shown)
    if sobol is not None:
        _tell_sensitivity(ground, assumptions, sobol, seed)


def _tell(ground: Ground, assumptions: list[Assumption], draws: int, seed: int, shown: Shown) -> None:
    import numpy as np  # noqa: PLC0415 - see above

    from chiso import robustness  # noqa: PLC0415 - see above

    found = robustness.uncertainty(ground, assumptions, draws, np.random.default_rng(seed))
    if shown.parameters is not None:
        deliver(_kept(found), shown.parameters)
    deliver(_printed(found, shown), shown.out)
    typer.echo(_footer(draws, seed), err=True)


def _tell_removal(ground: Ground, varied: Varied, shown: Shown, sobol: int | None) -> None:
    from chiso import robustness  # noqa: PLC0415 - see above
    from chiso.cli import removal_output  # noqa: PLC0415 - see above
    from chiso.robustness._problems import WITHOUT_EACH_ALONE  # noqa: PLC0415 - see above

    others = {"--place": shown.place, "--sobol": sobol, "--parameters": shown.parameters}
    wrong = [*varied.named, *(name for name, value in others.items() if value is not None)]
    if wrong:
        WITHOUT_EACH_ALONE.stop(given=", ".join(wrong))
    found = robustness.removal(ground, tuple(varied.drop or ()))
    if shown.form is ResultFormat.TABLE:
        text = removal_output.as_table(found, ground.edition, language(), to_file=shown.out is not None)
    else:
        text = found.shifts().write_csv() if shown.form is ResultFormat.CSV else removal_output.as_json(found)
    deliver(text, shown.out)


def _assumptions(varied: Varied, ground: Ground) -> list[Assumption]:
    from chiso import robustness, scoring  # noqa: PLC0415 - see above

    methods = varied.methods.items()
    found: list[Assumption] = [
        robustness.Alternatives(step, tuple(map(_method, choices))) for step, choices in methods if choices
    ]
    if varied.weights is not None:
        found.append(robustness.Weights(varied.weights))
    if varied.drop:
        found.append(robustness.Dropping(tuple(varied.drop)))
    if varied.errors is not None:
        table = scoring.read_table(varied.errors.read_bytes(), varied.errors.name)
        found.append(robustness.read_errors(table, ground))
    if varied.replicates is not None:
        table = scoring.read_table(varied.replicates.read_bytes(), varied.replicates.name)
        found.append(robustness.read_replicates(table, ground))
    return found


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


def _printed(found: Uncertainty, shown: Shown) -> str:
    from chiso.cli import uncertainty_output  # noqa: PLC0415 - see above

    if shown.form is ResultFormat.TABLE:
        return uncertainty_output.as_table(found, shown.place, language(), to_file=shown.out is not None)
    frame = uncertainty_output.frame(found, shown.place)
    return frame.write_csv() if shown.form is ResultFormat.CSV else uncertainty_output.as_json(frame)


def _kept(found: Uncertainty) -> str:
    return found.parameters().write_csv()


def _footer(draws: int, seed: int) -> str:
    return f"{draws} draws, seed {seed}" if language() == "en" else f"{draws} lượt tính, hạt giống {seed}"


def _tell_sensitivity(ground: Ground, assumptions: list[Assumption], size: int, seed: int) -> None:
    import numpy as np  # noqa: PLC0415 - see above

    from chiso.robustness import sensitivity  # noqa: PLC0415 - see above
    from chiso.robustness.telling import sensitivity_lines  # noqa: PLC0415 - see above

    found = sensitivity(ground, assumptions, size, np.random.default_rng(seed))
    typer.echo("\n".join(sensitivity_lines(found, language())), err=True)
