
package io.github.cnnclassifier.command;

import io.github.cnnclassifier.imagej.CalmLog;
import io.github.cnnclassifier.progress.Progress;

/** Messages go to ImageJ's log; nobody waits. */
final class ToLog implements Progress {

	@Override
	public void update(final double fraction, final String status) {
		// a window says what is being done
	}

	@Override
	public void message(final String line) {
		CalmLog.log(line);
	}

	@Override
	public boolean isCanceled() {
		return false;
	}
}
