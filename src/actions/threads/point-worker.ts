import { parentPort, workerData } from "node:worker_threads";
import {
	PointModel,
	type PointSetting,
} from "../../inference/sensitivity/point-model.ts";
import { createSimulator } from "../../market/replicate.ts";

const setting: PointSetting = workerData;
const model = new PointModel(createSimulator, setting);

parentPort?.on("message", (points: readonly Float64Array[]) => {
	parentPort?.postMessage(points.map((point) => model.outputs(point)));
});
