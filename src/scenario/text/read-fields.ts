/** Fields of a map, read one by one so that each tells its own faults. */

import { z } from "zod";
import { type Fault, MOST_FAULTS } from "./fault.ts";
import { child, type MapNode, type Node, type Path, plain } from "./node.ts";
import { issueFaults, unknownKey } from "./zod-faults.ts";

/** The part of a map that could be read: sound fields, and the faults of the others. */
export interface FieldsRead<Fields> {
	readonly fields: Partial<Fields>;
	readonly faults: readonly Fault[];
}

/**
 * Reads the fields of a map one by one, so that a fault of one does not hide
 * those of the others. Fields without faults are those of the schema's output.
 *
 * @param root the whole file, for places
 * @param at path of the map in it
 */
export function readFields<Fields>(
	schema: { readonly shape: Readonly<Record<string, z.core.$ZodType>> },
	root: Node,
	map: MapNode,
	at: Path,
): FieldsRead<Fields> {
	const keys = Object.keys(schema.shape);
	const faults: Fault[] = map.entries
		.filter(({ key }) => !keys.includes(key))
		.slice(0, MOST_FAULTS + 1)
		.map(({ key }) => unknownKey(root, at, key, keys));
	const fields: Record<string, unknown> = {};
	for (const [key, field] of Object.entries(schema.shape)) {
		const node = child(map, key);
		const read = z.safeParse(field, node && plain(node));
		if (read.success) fields[key] = read.data;
		else
			faults.push(...issueFaults(root, field, [...at, key], read.error.issues));
	}
	return { fields: fields as Partial<Fields>, faults };
}
