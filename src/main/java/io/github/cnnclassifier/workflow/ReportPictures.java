
package io.github.cnnclassifier.workflow;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.report.ReportContext;

/**
 * Draws the pictures of a report whose figures are finished. Who stops that
 * loses pictures alone: the report is written without those that were not
 * drawn, and says so. Not thread-safe.
 */
public final class ReportPictures {

	private static final String MISSING = "The run was stopped while pictures " +
		"for this report were drawn, so that they are missing. Figures and tables " +
		"are whole.";

	private CanceledException stop;

	/**
	 * @param <T> what a picture is
	 * @param pictures draws them by the names of images; not asked once the user
	 *          has stopped
	 * @return all of them; none if the user stopped
	 */
	public <T> Map<String, T> drawn(final Supplier<Map<String, T>> pictures) {
		if (stop != null) return Map.of();
		try {
			return pictures.get();
		}
		catch (final CanceledException e) {
			stop = e;
			return Map.of();
		}
	}

	/**
	 * @return what a report without them must say, whole sentences; empty if all
	 *         that were asked for were drawn
	 */
	public Optional<String> missing() {
		return stop == null ? Optional.empty() : Optional.of(MISSING);
	}

	/**
	 * @param context of a report with what was drawn
	 * @return the same, which says so if pictures are missing
	 */
	public ReportContext told(final ReportContext context) {
		return missing().map(context::withWarning).orElse(context);
	}

	/**
	 * To be called when the report is written.
	 *
	 * @param page of the report
	 * @param progress is told where it is if the user stopped
	 * @throws CanceledException if the user stopped
	 */
	public void requireUnstopped(final Path page, final Progress progress) {
		if (stop == null) return;
		progress.message("Stopped by the user: the report in '" + page
			.toAbsolutePath().normalize() +
			"' is written without the pictures that " + "were not drawn yet.");
		throw stop;
	}
}
