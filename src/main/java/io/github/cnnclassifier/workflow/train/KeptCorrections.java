
package io.github.cnnclassifier.workflow.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.source.Corrections;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.storage.Sha256;

/**
 * The list of corrections that a training began with: whether it counts, and
 * whether it was changed since.
 */
final class KeptCorrections {

	/** There was no list, or it did not count. */
	private static final String NONE = "none";

	private KeptCorrections() {}

	/**
	 * @param request of the training
	 * @return by which its list is known again
	 */
	static String of(final TrainClassifier.Request request) throws IOException {
		if (request.corrections() == CorrectionUse.IGNORE) return NONE;
		final Path list = Corrections.fileOf(request.images());
		if (!Files.exists(list)) return NONE;
		return Sha256.of(Files.readAllBytes(list));
	}

	/**
	 * @param entries of the training when it began
	 * @param now of the same training
	 * @return how its list was changed since, part of a sentence; empty if it was
	 *         not
	 */
	static Optional<String> change(final Map<String, String> entries,
		final TrainClassifier.Request now) throws IOException
	{
		final String before = entries.get(RequestEntries.CORRECTIONS_LIST);
		final String after = of(now);
		if (after.equals(before)) return Optional.empty();
		// of an earlier version, which did not look
		if (before == null) return after.equals(NONE) ? Optional.empty() : Optional
			.of(Corrections.NAME + " may have been changed since");
		if (before.equals(NONE)) return Optional.of(Corrections.NAME +
			" is there now and was not there then");
		return Optional.of(Corrections.NAME + (after.equals(NONE)
			? " is not there any more" : " was changed since"));
	}

	/**
	 * @param wished whether the list shall count; empty for as before
	 * @param before whether it did
	 * @throws WrongUsage if that is not the same
	 */
	static void requireSame(final Optional<CorrectionUse> wished,
		final CorrectionUse before)
	{
		if (wished.isPresent() && wished.get() != before) throw new WrongUsage(
			"Expected corrections=" + before.label() +
				", as the training that goes on was begun with, found corrections=" +
				wished.get().label() + ". Leave it out; to learn with other " +
				"corrections, train anew.");
	}
}
