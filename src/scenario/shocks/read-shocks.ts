/** Reading of the shocks of a file, each by the fields of its kind. */

import type { CalendarDay } from "../../quantities.ts";
import { didYouMean } from "../nearest.ts";
import type { Fault } from "../text/fault.ts";
import { child, itemsOf, type Node, type Path, plain } from "../text/node.ts";
import { readFields } from "../text/read-fields.ts";
import { type Report, reportInto } from "../text/report.ts";
import { shown } from "../text/shown.ts";
import { type AnyKind, kindNamed } from "./kinds.ts";
import { type FileShock, SHOCK_KINDS } from "./shock-fields.ts";

/** A shock whose fields are sound, and where it stands. */
export interface PlacedShock {
	readonly kind: AnyKind;
	readonly shock: FileShock;
	readonly from: CalendarDay;
	readonly at: Path;
	readonly node: Node;
}

/** A shock as far as it could be read. */
export interface PartialShock {
	readonly kind: AnyKind;
	readonly shock: Partial<FileShock>;
	readonly at: Path;
}

export interface ShocksRead {
	readonly sound: readonly PlacedShock[];
	/** every shock of a known kind, sound or not */
	readonly all: readonly PartialShock[];
	readonly faults: readonly Fault[];
}

function reportKind(node: Node, at: Path, report: Report): void {
	const kind = child(node, "kind");
	const value = kind && plain(kind);
	const near = typeof value === "string" ? didYouMean(value, SHOCK_KINDS) : "";
	const all = `expected one of ${SHOCK_KINDS.join(", ")}`;
	report([...at, "kind"], `is ${shown(value)}; ${near.slice(2) || all}`);
}

/** Reads every shock of a file by the fields of its kind. */
export function readShocks(root: Node): ShocksRead {
	const sound: PlacedShock[] = [];
	const all: PartialShock[] = [];
	const faults: Fault[] = [];
	const report = reportInto(faults, root);
	for (const [i, node] of itemsOf(root, "shocks").entries()) {
		const at: Path = ["shocks", i];
		if (node.kind !== "map") {
			report(at, `is ${shown(plain(node))}; expected a map of fields`);
			continue;
		}
		const name = child(node, "kind");
		const kind = kindNamed(name && plain(name));
		if (kind === undefined) {
			reportKind(node, at, report);
			continue;
		}
		const read = readFields<FileShock>(kind.fields, root, node, at);
		faults.push(...read.faults);
		all.push({ kind, shock: read.fields, at });
		if (read.faults.length > 0) continue;
		const shock = read.fields as FileShock;
		const from = shock.from ?? shock.announce ?? kind.begins?.(shock);
		if (from !== undefined) sound.push({ kind, shock, from, at, node });
		else
			report(
				[...at, "from"],
				"is missing; expected the first day in force, such as 2026-11-27",
			);
	}
	return { sound, all, faults };
}
