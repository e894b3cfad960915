/** Journal of a results folder: a line for each block kept or lost, able to survive a crash. */

import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import type { Block } from "../../experiment/plan.ts";
import {
	asStopped,
	asUnreadable,
	systemCode,
	type WrittenFile,
	writeAll,
} from "../disk/atomic-write.ts";
import { openFile, readWhole } from "../disk/disk.ts";

/** Path of the journal, relative to its results folder. */
export const JOURNAL = "blocks/journal.jsonl";

const entrySchema = z.strictObject({
	/** of the plan that the block belongs to */
	plan: z.string(),
	index: z.int(),
	from: z.int(),
	to: z.int(),
	sha256: z.string().nullable(),
	bytes: z.int(),
	lost: z.string().nullable(),
});

/** Fate of a block: kept, with its SHA-256, or lost, with the reason. */
export type JournalEntry = z.infer<typeof entrySchema>;

/** The journal line of a block that is on disk. */
export function keptEntry(
	plan: string,
	{ index, from, to }: Block,
	{ sha256, bytes }: WrittenFile,
): JournalEntry {
	return { plan, index, from, to, sha256, bytes, lost: null };
}

/** The journal line of a block that could not be computed. */
export function lostEntry(
	plan: string,
	{ index, from, to }: Block,
	lost: string,
): JournalEntry {
	return { plan, index, from, to, sha256: null, bytes: 0, lost };
}

/**
 * Adds a line to the journal, on disk when this resolves. The block's file must be there
 * first. A line feed goes before it, lest a line that was cut short swallow it.
 */
export async function appendToJournal(
	folder: string,
	entry: JournalEntry,
): Promise<void> {
	const path = join(folder, JOURNAL);
	try {
		const file = await openFile(path, "a");
		try {
			await writeAll(file, new TextEncoder().encode(`\n${lineOf(entry)}\n`));
			await file.sync();
		} finally {
			await file.close();
		}
	} catch (error) {
		throw asStopped(path, error);
	}
}

/**
 * The last word of the journal on each block, ascending. A line that was cut short by a
 * crash, or is damaged, says nothing: its block counts as not done.
 */
export async function readJournal(
	folder: string,
): Promise<readonly JournalEntry[]> {
	const last = new Map<number, JournalEntry>();
	for (const line of (await journalText(folder)).split("\n")) {
		const entry = entryOf(line);
		if (entry) last.set(entry.index, entry);
	}
	return [...last.values()].sort((a, b) => a.index - b.index);
}

async function journalText(folder: string): Promise<string> {
	try {
		return new TextDecoder().decode(await readWhole(join(folder, JOURNAL)));
	} catch (error) {
		if (systemCode(error) === "ENOENT") return "";
		throw asUnreadable(JOURNAL, error);
	}
}

/** An entry with the SHA-256 of its text after it. */
function lineOf(entry: JournalEntry): string {
	const text = JSON.stringify(entry);
	return `${text} ${createHash("sha256").update(text).digest("hex")}`;
}

function entryOf(line: string): JournalEntry | null {
	try {
		const text = line.slice(0, line.lastIndexOf(" "));
		const entry = entrySchema.parse(JSON.parse(text));
		return lineOf(entry) === line ? entry : null;
	} catch {
		return null;
	}
}
