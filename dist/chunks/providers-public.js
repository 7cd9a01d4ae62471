import { t as ProbeFailure } from "./edge-failure.js";

// src/providers/public.ts
/** Whether somebody without any credentials gets what is there; null where that could not be seen. */
async function isReadableByAnyone(request, edge, signal) {
	try {
		const { status, isFromInternet } = await edge.send(request, signal);
		if (status === 200) return isFromInternet ? true : null;
		return status === 401 || status === 403 || status === 404 ? false : null;
	} catch (error) {
		if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
		return null;
	}
}

export { isReadableByAnyone as t };