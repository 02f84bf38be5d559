
package io.github.cnnclassifier.workflow.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.github.cnnclassifier.archive.ResumeFile;
import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.workflow.OpenModel;

/**
 * A model file as a row of a list: what it says of itself, or why it cannot be
 * used. Whatever stands in the file is made legible.
 *
 * @param file the model file, or the name of a shipped model
 * @param name of the file without its ending, which is what a user may change
 * @param classes in the order of the model; empty if it cannot be used; copied
 * @param accuracy on the side that it was measured on; empty if not known
 * @param date of the end of its training; empty if it cannot be used
 * @param training how its training ended, such as "stopped by the user at epoch
 *          6 of 60"; empty if not known
 * @param resumable whether its training can go on
 * @param problem why it cannot be used, in whole sentences; empty if it can
 */
public record ModelRow(Path file, String name, List<String> classes,
		Optional<Accuracy> accuracy, Optional<OffsetDateTime> date, String training,
		boolean resumable, String problem)
{

	private static final String ACCURACY = ".accuracy";
	/** The honest one first. */
	private static final List<String> SIDES = List.of("test", "validation");
	private static final String STOPPED = "stopped at ";
	/** What a training that is going on says of the epoch that it keeps. */
	private static final String UNTIL_THEN = "until then";

	/**
	 * @param share of right answers, 0 to 1
	 * @param side such as "validation"
	 * @param images how many it was measured on; 0 if not known
	 */
	public record Accuracy(double share, String side, int images) {
	}

	/** Copies the classes. */
	public ModelRow {
		Objects.requireNonNull(file);
		classes = List.copyOf(classes);
	}

	/**
	 * Reads what the file says of itself; weights are not loaded.
	 *
	 * @param model a file, which need not exist, or the name of a shipped model
	 * @return its row
	 */
	static ModelRow of(final Path model) {
		final ItemOutcome<ClassifierDescription> read = ItemOutcome.of(
			() -> OpenModel.describe(model));
		if (read.isFailed()) return new ModelRow(model, name(model), List.of(),
			Optional.empty(), Optional.empty(), "", isResumable(model), Legible.line(
				read.reason()));
		final ClassifierDescription d = read.result();
		return new ModelRow(model, name(model), d.labels().names().stream().map(
			Legible::line).toList(), accuracy(d), Optional.of(OffsetDateTime.parse(d
				.training().date())), end(d.training().settings()), isResumable(model),
			"");
	}

	/** @return whether the model can be used */
	public boolean isUsable() {
		return problem.isEmpty();
	}

	/** @return whether it came along and is no file */
	public boolean isShipped() {
		return ShippedModel.isNamed(file);
	}

	private static String name(final Path model) {
		return Legible.line(model.getFileName().toString().replaceFirst(
			"(?i)\\.zip$", ""));
	}

	private static boolean isResumable(final Path model) {
		return !ShippedModel.isNamed(model) && Files.isRegularFile(ResumeFile.of(
			model));
	}

	private static Optional<Accuracy> accuracy(final ClassifierDescription d) {
		for (final String side : SIDES) {
			final Double share = d.metrics().get(side + ACCURACY);
			if (share != null && !share.isNaN()) return Optional.of(new Accuracy(
				share, side, d.training().dataset().split().getOrDefault(side, List
					.of()).size()));
		}
		return Optional.empty();
	}

	private static String end(final Map<String, String> settings) {
		final String end = Legible.line(settings.getOrDefault("training", ""));
		if (!end.startsWith(STOPPED)) return end;
		// who is killed has no time to say so
		return settings.getOrDefault("kept", "").contains(UNTIL_THEN)
			? "broken off at " + end.substring(STOPPED.length())
			: "stopped by the user at " + end.substring(STOPPED.length());
	}
}
