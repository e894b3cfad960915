/** The form in which a family declares each of its kinds of shock. */

import type { z } from "zod";
import type { World } from "../../calibration/agents/world.ts";
import type { CalendarDay } from "../../quantities.ts";
import type { Distribution } from "../../random/distribution.ts";
import type { Fields, WriteNumber } from "../numbers/write-number.ts";
import type { Report } from "../text/report.ts";
import type { Alternatives, ShockCommon } from "./common.ts";
import type { Names, Part } from "./names.ts";

/** A shock without the fields that every shock has. */
export type Own<Shock extends ShockCommon> = Shock extends ShockCommon
	? Omit<Shock, keyof ShockCommon>
	: never;

/** Names and agents around a shock when its fields are checked. */
export interface Surroundings {
	readonly names: Names;
	readonly world: World;
}

/**
 * One kind of shock: everything that files, checks, charts and stories need to know
 * of it. What it does to the market is its lens, in `market/shocks`.
 *
 * `Shock` is the kind with its defaults filled in, `Schema` its fields in a file.
 */
export interface ShockKind<
	Shock extends ShockCommon,
	Schema extends z.ZodType,
> {
	readonly fields: Schema;

	/** Fills in the defaults of a file's shock. */
	complete(shock: z.output<Schema>): Own<Shock>;

	/** Writes its own fields as a file has them; null where a field is absent. */
	write(shock: Shock, write: WriteNumber): Fields;

	/**
	 * Names what a shock sets from its first day (an instant) on. Two that set the same at
	 * one time contradict each other; where shocks add up, the instant is part of the name,
	 * so that they contradict only what begins on the same day.
	 */
	subjects(shock: z.output<Schema>, day: number): readonly string[];

	/** A rule while it lasts, an event that leaves no rule behind, or a project that may be decided. */
	readonly course: "rule" | "event" | "project";

	/** Its weight for a reader, 0 the heaviest; see `POLICY`. */
	rank(shock: Shock): number;

	/** True when nobody declares it, so that it may become known after it began. */
	readonly foundOut?: true;

	/** First day of a path of its own. */
	begins?(shock: z.output<Schema>): CalendarDay | undefined;

	/** Its own fields that exclude each other. */
	readonly alternatives?: Alternatives;

	/** Key and value of the field that gives its size; a surprising size is questioned. */
	size?(shock: z.output<Schema>): readonly [string, Distribution | undefined];

	/** Parts it can play for other shocks that name it. */
	plays?(shock: Partial<z.output<Schema>>): readonly Part[];

	/** Tells faults of names, places and agents, as far as the fields could be read. */
	checkFields?(
		shock: Partial<z.output<Schema>>,
		around: Surroundings,
		report: Report,
	): void;

	/** Tells faults of fields against each other, once each of them is sound. */
	checkTogether?(shock: z.output<Schema>, report: Report): void;

	/** Tells when it takes another shock out of force for a subject, as long as it lasts itself. */
	suspends?(shock: z.output<Schema>, other: string, subject: string): boolean;

	/** The most that the market keeps open at once, and their name in words. */
	readonly mostOpen?: { readonly most: number; readonly words: string };
}
