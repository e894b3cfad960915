import { PRIORS } from "../calibration/priors.ts";
import type { World } from "../calibration/world.ts";
import { instantOf } from "../quantities.ts";
import { parseExpectation } from "./expectation.ts";
import type { Fault } from "./fault.ts";
import type { FileScenario } from "./file-format.ts";
import { didYouMean } from "./nearest.ts";
import { keyPlaceAt, type Node, type Path, pathText, placeAt } from "./node.ts";
import type { FileShock } from "./shock-fields.ts";
import { endDay, firstDay } from "./shock-of.ts";

type Report = (
	path: Path,
	message: string,
	severity?: Fault["severity"],
) => void;

function checkDates(shock: FileShock, at: Path, report: Report): void {
	const end = endDay(shock);
	const from = instantOf(firstDay(shock));
	if (shock.to !== undefined && shock.months !== undefined)
		report(
			[...at, "months"],
			"says when it ends a second time; keep `to` or `months`",
		);
	if (end !== null && instantOf(end) <= from)
		report(
			[...at, shock.to === undefined ? "months" : "to"],
			"is not after `from`; the end is the first day no longer in force",
		);
	if (shock.announce !== undefined && instantOf(shock.announce) > from)
		report(
			[...at, "announce"],
			"is after `from`; news cannot come later than the rule",
		);
	const needsFrom =
		shock.kind !== "segment-growth" && shock.kind !== "reserve-purchases";
	if (needsFrom && shock.from === undefined && shock.announce === undefined)
		report(at, "has no `from`; say the first day on which it is in force");
}

function checkPath(shock: FileShock, at: Path, report: Report): void {
	if (shock.kind === "segment-growth")
		shock.path.forEach(({ month }, i) => {
			const before = shock.path[i - 1];
			if (before !== undefined && month <= before.month)
				report(
					[...at, "path", i, "month"],
					"does not come after the month before it; a path ascends",
				);
		});
	if (shock.kind === "reserve-purchases")
		shock.path.forEach(({ from, to }, i) => {
			if (instantOf(to) <= instantOf(from))
				report([...at, "path", i, "to"], "is not after `from`");
		});
}

function checkAgents(
	shock: FileShock,
	world: World,
	at: Path,
	report: Report,
): void {
	if (shock.kind !== "outage") return;
	if ((shock.agents === undefined) === (shock.region === undefined))
		report(at, "needs either `agents` or `region`, and not both");
	const known = (shock.of === "mines" ? world.miners : world.refiners).map(
		({ id }) => id,
	);
	shock.agents?.forEach((agent, i) => {
		if (!known.includes(agent))
			report(
				[...at, "agents", i],
				`is "${agent}"; no ${shock.of === "mines" ? "mine" : "refiner"} has that id${didYouMean(agent, known)}`,
			);
	});
}

function checkRestriction(
	shock: FileShock,
	shocks: readonly FileShock[],
	at: Path,
	report: Report,
): void {
	if (shock.kind === "export-restriction") {
		if (shock.mode === "quota" && shock.quota === undefined)
			report(at, "is a quota without `quota`; give tonnes with a unit, t/y");
		if (shock.mode !== "quota" && shock.quota !== undefined)
			report(
				[...at, "quota"],
				`has no effect in mode ${shock.mode}; only a quota has one`,
			);
		if (shock.mode === "ban" && shock.approval !== undefined)
			report(
				[...at, "approval"],
				"has no effect in mode ban; licences have an approval",
			);
	}
	if (shock.kind !== "restriction-suspension") return;
	const restrictions = shocks
		.filter(({ kind }) => kind === "export-restriction")
		.map(({ id }) => id);
	if (!restrictions.includes(shock.of))
		report(
			[...at, "of"],
			`is "${shock.of}"; no export restriction has that id${didYouMean(shock.of, restrictions)}`,
		);
}

/** What a shock sets: two that set the same at one date contradict each other. */
function subjects(shock: FileShock): readonly string[] {
	switch (shock.kind) {
		case "export-restriction": {
			if (shock.militaryOnly === true) return [];
			const places =
				shock.destinations === "all" ? ["all"] : shock.destinations;
			return shock.goods.flatMap((good) =>
				places.map((place) => `${shock.by} ${shock.mode} ${good} ${place}`),
			);
		}
		case "outage":
			return shock.agents === undefined
				? [`outage ${shock.of} ${shock.region}`]
				: shock.agents.map((agent) => `outage ${agent}`);
		case "ore-export-ban":
			return [`ore ${shock.by}`];
		default:
			return [];
	}
}

function overlap(a: FileShock, b: FileShock): boolean {
	const endOf = (shock: FileShock): number => {
		const end = endDay(shock);
		return end === null ? Number.POSITIVE_INFINITY : instantOf(end);
	};
	return instantOf(firstDay(a)) < endOf(b) && instantOf(firstDay(b)) < endOf(a);
}

/** A suspended restriction does not contradict what takes its place meanwhile. */
function suspendedIds(shocks: readonly FileShock[]): ReadonlySet<string> {
	return new Set(
		shocks.flatMap((shock) =>
			shock.kind === "restriction-suspension" ? [shock.of] : [],
		),
	);
}

function checkContradictions(
	shocks: readonly FileShock[],
	report: Report,
): void {
	const seen = new Map<string, FileShock[]>();
	const suspended = suspendedIds(shocks);
	shocks.forEach((shock, i) => {
		if (shock.kind === "outage" && shock.region !== undefined) return;
		for (const subject of subjects(shock)) {
			const others = seen.get(subject) ?? [];
			const other = others.find(
				(o) =>
					overlap(o, shock) && !suspended.has(o.id) && !suspended.has(shock.id),
			);
			if (other !== undefined)
				report(
					["shocks", i],
					`sets what "${other.id}" sets at the same time (${subject}); keep one, or end the first`,
				);
			seen.set(subject, [...others, shock]);
		}
	});
}

function checkIds(shocks: readonly FileShock[], report: Report): void {
	const seen = new Set<string>();
	shocks.forEach(({ id }, i) => {
		if (seen.has(id))
			report(["shocks", i, "id"], `is "${id}" a second time; ids are unique`);
		seen.add(id);
	});
}

/** Ten times the largest agent known, t Sb a year. */
function surprisinglyLarge(world: World): number {
	const sizes = [...world.refiners, ...world.miners].map(
		({ capacity }) => capacity.value,
	);
	return 10 * Math.max(...sizes);
}

function checkSizes(
	shock: FileShock,
	world: World,
	at: Path,
	report: Report,
): void {
	if (!("capacity" in shock)) return;
	const { capacity } = shock;
	const most =
		capacity.kind === "fixed"
			? capacity.value
			: capacity.kind === "uniform" || capacity.kind === "triangular"
				? capacity.high
				: capacity.p95;
	if (most > surprisinglyLarge(world))
		report(
			[...at, "capacity"],
			`is ${most} t/y, more than ten times the largest plant known`,
			"warning",
		);
}

function checkTop(file: FileScenario, report: Report): void {
	const { from, to } = file.horizon;
	if (to < from)
		report(
			["horizon", "to"],
			"is before `from`; the last month recorded comes after the first",
		);
	else if (file.reference < from || file.reference > to)
		report(
			["reference"],
			"lies outside the horizon; metrics need months after it",
		);
	const known = PRIORS.map(({ path }) => path);
	for (const path of Object.keys(file.parameters ?? {}))
		if (!known.includes(path))
			report(
				["parameters", path],
				`is no parameter of the model${didYouMean(path, known)}`,
			);
	file.expect?.forEach((text, i) => {
		const problem = parseExpectation(text);
		if ("problem" in problem) report(["expect", i], problem.problem);
	});
}

function checkHorizon(
	shock: FileShock,
	file: FileScenario,
	at: Path,
	report: Report,
): void {
	if (instantOf(shock.announce ?? firstDay(shock)) > file.horizon.to + 1)
		report(at, `begins after the horizon ends and changes nothing`, "warning");
}

/** Everything that no single field can tell: contradictions, unknown ids, order of dates. */
export function crossCheck(
	root: Node,
	file: FileScenario,
	world: World,
): readonly Fault[] {
	const faults: Fault[] = [];
	const report: Report = (path, message, severity = "error") => {
		const last = path.at(-1);
		const parameter = path[0] === "parameters" && typeof last === "string";
		faults.push({
			place: parameter
				? keyPlaceAt(root, path.slice(0, -1), last)
				: placeAt(root, path),
			message: `${pathText(path)} ${message}`,
			hint: null,
			severity,
		});
	};
	const shocks = file.shocks ?? [];
	checkTop(file, report);
	checkIds(shocks, report);
	checkContradictions(shocks, report);
	shocks.forEach((shock, i) => {
		const at: Path = ["shocks", i];
		checkDates(shock, at, report);
		checkPath(shock, at, report);
		checkAgents(shock, world, at, report);
		checkRestriction(shock, shocks, at, report);
		checkSizes(shock, world, at, report);
		checkHorizon(shock, file, at, report);
	});
	return faults;
}
