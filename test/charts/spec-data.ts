import type { TopLevelSpec } from "vega-lite";

/** A row of inline data. */
export type Row = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Row =>
	typeof value === "object" && value !== null;

/** Every object inside a spec, the spec first. */
export function* objectsIn(value: unknown): Generator<Row> {
	if (Array.isArray(value)) for (const each of value) yield* objectsIn(each);
	else if (isObject(value)) {
		yield value;
		for (const each of Object.values(value)) yield* objectsIn(each);
	}
}

/** The rows of every inline data set, each data set once. */
export function dataIn(spec: TopLevelSpec): readonly (readonly Row[])[] {
	const sets = new Map<string, readonly Row[]>();
	for (const { data } of objectsIn(spec))
		if (isObject(data) && Array.isArray(data["values"]))
			sets.set(JSON.stringify(data["values"]), data["values"]);
	return [...sets.values()];
}

/** Rows that have all of some fields. */
export function rowsWith(
	spec: TopLevelSpec,
	...fields: readonly string[]
): readonly Row[] {
	return dataIn(spec)
		.flat()
		.filter((row) => fields.every((field) => field in row));
}

/** Words of every text mark and title. */
export function wordsIn(spec: TopLevelSpec): readonly string[] {
	return [...objectsIn(spec)].flatMap(({ text }) =>
		Array.isArray(text)
			? text.map(String)
			: text === undefined
				? []
				: [String(text)],
	);
}

/** The spec with each data set as lines of comma-separated values, for a file that can be read. */
export function legible(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(legible);
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, each]) => [
			key,
			key === "values" && Array.isArray(each) && each.every(isObject)
				? asLines(each)
				: legible(each),
		]),
	);
}

function asLines(rows: readonly Row[]): readonly string[] {
	const fields = [...new Set(rows.flatMap(Object.keys))];
	const line = (row: Row) =>
		fields.map((field) => String(row[field])).join(",");
	return [fields.join(","), ...rows.map(line)];
}
