import { PRIORS } from "../calibration/priors.ts";
import type { World } from "../calibration/world.ts";
import type { Distribution } from "../random/distribution.ts";
import { crossCheck } from "./cross-checks.ts";
import { type Fault, ScenarioError } from "./fault.ts";
import { type FileScenario, fileSchema } from "./file-format.ts";
import { child, type Node, plain, textOf } from "./node.ts";
import { shockOf } from "./shock-of.ts";
import type { ParameterEntry, SoundScenario } from "./types.ts";
import { BASES } from "./words.ts";
import { faultsOf } from "./zod-faults.ts";

/** A scenario that may be run, and what its author should look at all the same. */
export interface Soundness {
	readonly scenario: SoundScenario;
	readonly warnings: readonly Fault[];
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
	file: FileScenario,
): readonly ParameterEntry[] {
	const own = (file.parameters ?? {}) as Readonly<Record<string, Distribution>>;
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
 * Makes a scenario of a file, or says everything that is wrong with it. Only
 * this function grants that a scenario is sound.
 *
 * @param root the file with all that it extends merged in
 * @param name file name without its ending
 * @throws {ScenarioError} with all faults together
 */
export function soundScenario(
	root: Node,
	name: string,
	world: World,
): Soundness {
	const parsed = fileSchema.safeParse(plain(root));
	if (!parsed.success) throw new ScenarioError(faultsOf(root, parsed.error));
	const file = parsed.data;
	const faults = crossCheck(root, file, world);
	const errors = faults.filter(({ severity }) => severity === "error");
	if (errors.length > 0) throw new ScenarioError(faults);
	const scenario: Unbranded = {
		name,
		title: file.name,
		question: file.question,
		horizon: file.horizon,
		reference: file.reference,
		parameters: parametersOf(root, file),
		shocks: (file.shocks ?? []).map(shockOf).sort(compareIds),
		expect: file.expect ?? [],
		world,
	};
	return { scenario: scenario as SoundScenario, warnings: faults };
}
