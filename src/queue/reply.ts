/** Replies of workers to the collector of a batch. */

import { z } from "zod";

const index = z.int().min(0);
/** host and process number of a worker */
const worker = z.string().max(300);
const why = z.string().max(10_000);

const replySchema = z.discriminatedUnion("kind", [
	/** the block is done, its bytes are in Redis or in the shared folder */
	z.strictObject({
		kind: z.literal("done"),
		index,
		worker,
		sha256: z.string().regex(/^[0-9a-f]{64}$/),
		where: z.enum(["redis", "share"]),
	}),
	/** the block killed every thread that tried it */
	z.strictObject({ kind: z.literal("lost"), index, worker, why }),
	/** no block of the plan can be computed there or anywhere */
	z.strictObject({ kind: z.literal("unusable"), worker, why }),
	/** the worker will not touch the plan */
	z.strictObject({ kind: z.literal("refused"), worker, why }),
]);

/** Answer of a worker to the collector. */
export type Reply = z.infer<typeof replySchema>;

/** Reads a reply from a text in Redis; null when it is none. */
export function readReply(text: string): Reply | null {
	try {
		return replySchema.parse(JSON.parse(text));
	} catch {
		return null;
	}
}
