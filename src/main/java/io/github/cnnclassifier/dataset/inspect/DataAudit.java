
package io.github.cnnclassifier.dataset.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.split.Grouping;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/**
 * What an inspection tells of a data set: figures, and in words what they mean.
 * Nothing of it is refused; what training would refuse is a finding.
 *
 * @param data what was read
 * @param grouping which images belong together
 * @param classes in their order; copied
 * @param findings problems first, then warnings, then notes; copied
 */
public record DataAudit(InspectedImages data, Grouping grouping,
		List<ClassSummary> classes, List<Finding> findings)
{

	/** Copies the lists. */
	public DataAudit {
		classes = List.copyOf(classes);
		findings = List.copyOf(findings);
	}

	/**
	 * Like {@link #of(LabeledImages, GroupingRule, int, Progress)}, with groups
	 * as a training would guess them.
	 *
	 * @param source to read
	 * @param thumbnailSide longest side of small copies in pixels; 0 for none
	 * @param progress told after each image, asked before each
	 * @return as there
	 * @throws CanceledException if the user asked to stop
	 */
	public static DataAudit of(final LabeledImages source,
		final int thumbnailSide, final Progress progress)
	{
		return of(source, GroupingRule.parse(GroupingRule.AUTO), thumbnailSide,
			progress);
	}

	/**
	 * Reads every image once, on all cores, and judges.
	 *
	 * @param source to read, usually opened as it was found
	 * @param groups which images belong together; a rule that does not fit the
	 *          images is a finding
	 * @param thumbnailSide longest side in pixels of the small copies that up to
	 *          100 images of a class get, fewer where there are many classes; 0
	 *          for none
	 * @param progress told after each image, asked before each
	 * @return the same for the same images, whatever order they were read in
	 * @throws CanceledException if the user asked to stop
	 */
	public static DataAudit of(final LabeledImages source,
		final GroupingRule groups, final int thumbnailSide, final Progress progress)
	{
		return of(InspectedImages.read(source, thumbnailSide, progress), groups);
	}

	/**
	 * The same images after somebody has corrected classes: only those are read
	 * that were not read before.
	 *
	 * @param source the same data set as it is found now
	 * @param groups which images belong together
	 * @param progress told after each image, asked before each
	 * @return as if all had been read anew, without small copies
	 * @throws CanceledException if the user asked to stop
	 */
	public DataAudit again(final LabeledImages source, final GroupingRule groups,
		final Progress progress)
	{
		return of(data.again(source, progress), groups);
	}

	private static DataAudit of(final InspectedImages data,
		final GroupingRule groups)
	{
		final LabeledImages source = data.source();
		final List<Finding> findings = new ArrayList<>();
		final Grouping grouping = grouping(source, groups, findings);
		final List<Function<InspectedImages, List<Finding>>> judges = List.of(
			ClassFindings::of, FileFindings::of, DuplicateFindings::of,
			ShapeFindings::of, PlaneFindings::of, PixelSizeFindings::of,
			IntensityFindings::of, images -> ShortcutFindings.of(images, grouping),
			images -> TrainingOutlook.of(images, grouping));
		judges.parallelStream().map(judge -> judge.apply(data)).toList().forEach(
			findings::addAll);
		// The sort is stable: within a severity the order above stays.
		findings.sort(Comparator.comparing(Finding::severity));
		return new DataAudit(data, grouping, ClassSummary.of(data, grouping),
			findings);
	}

	private static Grouping grouping(final LabeledImages source,
		final GroupingRule groups, final List<Finding> findings)
	{
		try {
			return groups.apply(source);
		}
		catch (final UserFailure e) {
			findings.add(new Finding(Severity.PROBLEM, "groups", e.getMessage(), List
				.of()));
			return Grouping.none("Not grouped: the groups that were asked for " +
				"cannot be made.");
		}
	}

	/**
	 * @param severity wanted
	 * @return how many findings have it
	 */
	public int count(final Severity severity) {
		return (int) findings.stream().filter(finding -> finding
			.severity() == severity).count();
	}
}
