
package io.github.cnnclassifier.dataset.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.cnnclassifier.dataset.source.SkippedFile;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.dataset.survey.Wording;

/** Files that are not among the images, and why. */
final class FileFindings {

	private static final Set<String> ORDINARY = Set.of("hidden", "not an image");
	/** One for so many images. */
	private static final int MANY = 10;

	private FileFindings() {}

	static List<Finding> of(final InspectedImages data) {
		final List<Finding> findings = new ArrayList<>();
		if (!data.failed().isEmpty()) findings.add(unreadable(data));
		final List<InspectedImage> remarked = data.images().stream().filter(
			image -> !image.surveyed().remarks().isEmpty()).toList();
		if (!remarked.isEmpty()) findings.add(remarks(data, remarked));
		final Map<String, List<String>> skipped = new TreeMap<>();
		for (final SkippedFile file : data.source().skipped()) {
			skipped.computeIfAbsent(file.reason(), unused -> new ArrayList<>()).add(
				file.name());
		}
		skipped.forEach((reason, names) -> findings.add(new Finding(severity(data,
			reason, names), "files", (names.size() == 1 ? "1 entry was" : names
				.size() + " entries were") + " left out, " + reason + ": " + Wording
					.examples(names) + ".", names)));
		return findings;
	}

	/** Many files in a wrong place are probably images that are missed. */
	private static Severity severity(final InspectedImages data,
		final String reason, final List<String> names)
	{
		return ORDINARY.contains(reason) || MANY * names.size() < data.images()
			.size() ? Severity.NOTE : Severity.WARNING;
	}

	/** What holds for some images only sets them apart from the others. */
	private static Finding remarks(final InspectedImages data,
		final List<InspectedImage> remarked)
	{
		final Severity severity = remarked.size() < data.images().size()
			? Severity.WARNING : Severity.NOTE;
		return new Finding(severity, "files", Wording.images(remarked.size()) +
			(remarked.size() == 1 ? " comes" : " come") + " with a remark: " + Wording
				.examples(remarked.stream().map(image -> "'" + image.name() + "' - " +
					String.join(" ", image.surveyed().remarks())).toList(), " "), remarked
						.stream().map(InspectedImage::name).toList());
	}

	private static Finding unreadable(final InspectedImages data) {
		final List<FailedSample> failed = data.failed();
		final boolean all = data.images().isEmpty();
		final List<String> examples = failed.stream().map(file -> "'" + file
			.name() + "' - " + file.reason()).toList();
		return new Finding(all ? Severity.PROBLEM : Severity.WARNING, "files", (all
			? "None of the " + Wording.images(failed.size()) + " can be read"
			: Wording.images(failed.size()) + " of " + (failed.size() + data.images()
				.size()) + " cannot be read and would be left out") + ": " + Wording
					.examples(examples, " "), failed.stream().map(FailedSample::name)
						.toList());
	}
}
