
package io.github.cnnclassifier.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.model.EpochFigures;

/**
 * What a reader must know beside the figures. All text is plain; the report
 * escapes it. Nothing may be null; lists may be empty and are copied.
 *
 * @param title heading of the report
 * @param data which images were evaluated, in a sentence
 * @param side which part of them and how it was chosen, for instance "the test
 *          side, never seen in training"
 * @param details model, preprocessing, settings, versions, seed and command, in
 *          the order to show
 * @param history of the training; empty: no learning curves
 * @param failed files that could not be evaluated, in a stable order
 * @param warnings what makes the figures doubtful, the worst first; the report
 *          adds its own about numbers of images
 * @param summary what images there are; empty if nothing is known of them
 * @param methods a paragraph for the methods section of a paper; may be empty
 * @param parts what else there is to show, in any order
 * @param heatMaps PNG by the name of an image: what the network looked at;
 *          shown beside its picture if it is among the errors; may be empty
 */
public record ReportContext(String title, String data, String side,
		List<LabelValue> details, List<EpochFigures> history,
		List<FailedSample> failed, List<String> warnings,
		Optional<DataSummary> summary, String methods, List<ReportPart> parts,
		Map<String, byte[]> heatMaps)
{

	/** Copies the lists. */
	public ReportContext {
		details = List.copyOf(details);
		history = List.copyOf(history);
		failed = List.copyOf(failed);
		warnings = List.copyOf(warnings);
		Objects.requireNonNull(summary, "summary");
		Objects.requireNonNull(methods, "methods");
		parts = List.copyOf(parts);
		heatMaps = Map.copyOf(heatMaps);
	}

	/** Without a summary of the images, a methods paragraph and further parts. */
	public ReportContext(final String title, final String data, final String side,
		final List<LabelValue> details, final List<EpochFigures> history,
		final List<FailedSample> failed, final List<String> warnings)
	{
		this(title, data, side, details, history, failed, warnings, Optional
			.empty(), "", List.of(), Map.of());
	}

	/**
	 * @param images what there is
	 * @return the same, with that
	 */
	public ReportContext with(final DataSummary images) {
		return new ReportContext(title, data, side, details, history, failed,
			warnings, Optional.of(images), methods, parts, heatMaps);
	}

	/**
	 * @param paragraph for a paper
	 * @return the same, with that
	 */
	public ReportContext withMethods(final String paragraph) {
		return new ReportContext(title, data, side, details, history, failed,
			warnings, summary, paragraph, parts, heatMaps);
	}

	/**
	 * @param epochs of the training
	 * @return the same, with these
	 */
	public ReportContext withHistory(final List<EpochFigures> epochs) {
		return new ReportContext(title, data, side, details, epochs, failed,
			warnings, summary, methods, parts, heatMaps);
	}

	/**
	 * @param part further one
	 * @return the same, with that
	 */
	public ReportContext with(final ReportPart part) {
		final List<ReportPart> more = new ArrayList<>(parts);
		more.add(part);
		return new ReportContext(title, data, side, details, history, failed,
			warnings, summary, methods, more, heatMaps);
	}

	/**
	 * @param part further one; empty if there is none
	 * @return the same, with that
	 */
	public ReportContext with(final Optional<ReportPart> part) {
		return part.isPresent() ? with(part.get()) : this;
	}

	/**
	 * @param text a whole sentence
	 * @return the same, with that as its last warning
	 */
	public ReportContext withWarning(final String text) {
		final List<String> more = new ArrayList<>(warnings);
		more.add(text);
		return new ReportContext(title, data, side, details, history, failed, more,
			summary, methods, parts, heatMaps);
	}

	/**
	 * @param maps PNG by the name of an image
	 * @return the same, with these
	 */
	public ReportContext withHeatMaps(final Map<String, byte[]> maps) {
		return new ReportContext(title, data, side, details, history, failed,
			warnings, summary, methods, parts, maps);
	}
}
