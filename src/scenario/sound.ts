/** The door of a scenario: made sound, or all of its faults told. */

import { PRIORS } from "../calibration/priors/priors.ts";
import type { Distribution } from "../random/distribution.ts";
import { crossCheck, type Known } from "./checks/cross-checks.ts";
import {
	MONTH_DEFAULTS,
	type TopFields,
	topSchema,
} from "./file/file-format.ts";
import { completeCommon, type FigureSource } from "./shocks/common.ts";
import { type PlacedShock, readShocks } from "./shocks/read-shocks.ts";
import { type Fault, ScenarioError } from "./text/fault.ts";
import { child, type MapNode, type Node, textOf } from "./text/node.ts";
import { readFields } from "./text/read-fields.ts";
import type { ParameterEntry, Shock, SoundScenario } from "./types.ts";
import { BASES } from "./words.ts";

/** A scenario that may be run, and what its author should look at all the same. */
export interface Soundness {
	readonly scenario: SoundScenario;
	readonly warnings: readonly Fault[];
	/** ids of the shocks that its own file writes, not one that it extends */
	readonly ownShocks: readonly string[];
}

/** A scenario without the mark that it is sound. */
type Unbranded = Pick<
	SoundScenario,
	| "name"
	| "title"
	| "question"
	| "horizon"
	| "reference"
	| "parameters"
	| "shocks"
	| "expect"
	| "world"
>;

function parametersOf(
	root: Node,
	own: Readonly<Record<string, Distribution | undefined>>,
): readonly ParameterEntry[] {
	const nodes = child(root, "parameters");
	return PRIORS.map((prior) => {
		const distribution = own[prior.path];
		if (distribution === undefined)
			return {
				path: prior.path,
				distribution: prior.distribution,
				unit: prior.unit,
				basis: prior.basis,
				source: prior.source,
				overridden: false,
			};
		const written = child(nodes, prior.path);
		const basis = BASES.find((known) => known === textOf(written, "basis"));
		return {
			path: prior.path,
			distribution,
			unit: prior.unit,
			basis: basis ?? "assumed",
			source: textOf(written, "source") ?? "the scenario's author",
			overridden: true,
		};
	});
}

function compareIds(
	a: { readonly id: string },
	b: { readonly id: string },
): number {
	return a.id < b.id ? -1 : 1;
}

/**
 * Basis and source of single numbers, by path in the shock, where they are not the shock's own.
 *
 * @param own basis and source of the shock
 */
function figuresOf(
	node: Node,
	own: FigureSource,
	path: readonly string[] = [],
): readonly [string, FigureSource][] {
	if (node.kind === "scalar") return [];
	const inner =
		node.kind === "list"
			? node.items.flatMap((item, i) =>
					figuresOf(item, own, [...path, String(i)]),
				)
			: node.entries.flatMap(({ key, node: value }) =>
					figuresOf(value, own, [...path, key]),
				);
	const basis = BASES.find((known) => known === textOf(node, "basis"));
	const source = textOf(node, "source");
	const figure = {
		basis: basis === undefined || basis === own.basis ? null : basis,
		source: source === undefined || source === own.source ? null : source,
	};
	const plain = figure.basis === null && figure.source === null;
	return path.length === 0 || plain
		? inner
		: [[path.join("."), figure], ...inner];
}

/** A shock with every default filled in, and the word of each of its numbers. */
function soundShock({ kind, shock, from, node }: PlacedShock): Shock {
	const made: Shock = {
		...completeCommon(shock, from),
		...kind.complete(shock),
	};
	const figures = figuresOf(node, made);
	return figures.length === 0
		? made
		: { ...made, figures: Object.fromEntries(figures) };
}

/**
 * Makes a scenario of a file, or says everything that is wrong with it. Only
 * this function grants that a scenario is sound.
 *
 * @param root the file with all that it extends merged in
 * @param name file name without its ending
 * @param found faults of merging, to be told with the others
 * @throws {ScenarioError} with all faults together
 */
export function soundScenario(
	root: MapNode,
	name: string,
	known: Known,
	found: readonly Fault[] = [],
): Soundness {
	const { fields, faults } = readFields<TopFields>(topSchema, root, root, []);
	const shocks = readShocks(root);
	const all = [
		...found,
		...faults,
		...shocks.faults,
		...crossCheck(root, fields, shocks, known),
	];
	if (all.some(({ severity }) => severity === "error"))
		throw new ScenarioError(all);
	const top = fields as TopFields;
	const scenario: Unbranded = {
		name,
		title: top.name,
		question: top.question,
		horizon: top.horizon,
		reference: top.reference ?? MONTH_DEFAULTS.reference,
		parameters: parametersOf(root, top.parameters ?? {}),
		shocks: shocks.sound.map(soundShock).sort(compareIds),
		expect: top.expect,
		world: known.world,
	};
	const ownShocks = shocks.sound
		.filter(({ node }) => node.place.file === root.place.file)
		.map(({ shock }) => shock.id);
	return { scenario: scenario as SoundScenario, warnings: all, ownShocks };
}
