/** Text of a new scenario, with remarks that teach how one is written. */

import { PRIORS } from "../../calibration/priors/priors.ts";
import { monthName } from "../../quantities.ts";
import { shapeOf } from "../../scenario/numbers/write-number.ts";
import type { SoundScenario } from "../../scenario/types.ts";

/** The shock of the example; a number follows when the base has one of that id. */
const EXAMPLE = "new-refinery";
/** The parameter of the example. */
const PARAMETER = "demand.elasticity.short";

/** Name and base of a new scenario. */
export interface Beginning {
	readonly name: string;
	/** the file that it extends, as `extends` has it */
	readonly extended: string;
	readonly base: SoundScenario;
}

/**
 * A scenario that teaches how one is written: sound as it is, laid over a base, with one
 * shock, an uncertain number, and a statement about results.
 */
export function newScenario({ name, extended, base }: Beginning): string {
	const month = monthName(base.reference);
	return `# yaml-language-server: $schema=./scenario.schema.json
# A scenario asks one question of the antimony market. What stands behind a # is a remark.
version: 1
name: ${titleOf(name)}
question: What if a refinery of uncertain size were built in Pakistan?

# All of this file comes first; what stands below is laid over it: maps key by key, shocks by id.
extends: ${extended}

# Metrics count from this month, e.g. the mean price of the twelve months that begin with it.
reference: ${month}

# Behaviour is drawn anew in every replicate. To set a number of it yourself, take the # away:
# parameters:
${parameterRemark()}

# Dated changes to the rules. Each has an id of its own and a kind; \`stibium schema\` and your editor
# name the kinds and what each takes.
shocks:
  - id: ${freeId(base)}
    kind: refining-investment
    label: A new refinery                 # its name on charts
    in: Pakistan
    announce: ${month}-01                  # known from this day
    from: ${month}-15                      # in force from this day: here, the earliest on which it is decided
    # Who says so. It holds for every number of this shock that says nothing itself.
    basis: assumed                        # or reported, or estimated
    source: a guess to begin with; name a document and its date
    # A number with its unit (t/y, t/month, kt/y) and how it is known. This one is uncertain: least, likeliest, most.
    capacity: {triangular: [1000, 2000, 4000], unit: t/y, basis: assumed, source: sizes of plants announced elsewhere}
    decisionProbability: 0.5              # odds that it is decided at all; a plain number is certain
    decisionWithin: {value: 24, unit: months}
    # Other shapes: {uniform: [least, most]}, {value: 40}, {logitnormal: {median: 0.3, p5: 0.1, p95: 0.6}} for shares.
    buildMonths: {lognormal: {median: 40, p95: 60}, unit: months}
    certified: false                      # true: its metal may go into munitions
    feed: bought

# What results should show if this is written as meant; \`stibium run\` exits with 5 when a statement fails.
expect:
  - median(mean_price_12m_usd_t) between 4000 and 80000
`;
}

/** `pakistan-first` is titled "Pakistan first". */
function titleOf(name: string): string {
	const words = name.replace(/[-_]+/g, " ").trim();
	const title = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
	return JSON.stringify(title);
}

function freeId({ shocks }: SoundScenario): string {
	const taken = new Set(shocks.map(({ id }) => id));
	let id = EXAMPLE;
	for (let i = 2; taken.has(id); i += 1) id = `${EXAMPLE}-${i}`;
	return id;
}

/** A parameter as the model has it, ready to be changed. */
function parameterRemark(): string {
	const prior = PRIORS.find(({ path }) => path === PARAMETER)!;
	const shape = Object.entries(shapeOf(prior.distribution))
		.map(([key, value]) => `${key}: ${flow(value)}`)
		.join(", ");
	return `#   ${prior.path}: {${shape}, unit: "${prior.unit}", basis: assumed, source: why}   # ${prior.meaning}`;
}

/** A value in the words of YAML on one line. */
function flow(value: unknown): string {
	return JSON.stringify(value)
		.replace(/"(\w+)":/g, "$1: ")
		.replace(/,/g, ", ");
}
