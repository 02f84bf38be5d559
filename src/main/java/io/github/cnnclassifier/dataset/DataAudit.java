
package io.github.cnnclassifier.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/**
 * What an inspection tells of a data set: figures, and in words what they mean.
 * Nothing of it is refused; what training would refuse is a finding.
 *
 * @param data what was read
 * @param classes in their order; copied
 * @param findings problems first, then warnings, then notes; copied
 */
public record DataAudit(InspectedImages data, List<ClassSummary> classes,
		List<Finding> findings)
{

	/** Copies the lists. */
	public DataAudit {
		classes = List.copyOf(classes);
		findings = List.copyOf(findings);
	}

	/**
	 * Reads every image once, on all cores, and judges.
	 *
	 * @param source to read, usually opened as it was found
	 * @param thumbnailSide longest side in pixels of the small copies that up to
	 *          100 images of a class get, fewer where there are many classes; 0
	 *          for none
	 * @param progress told after each image, asked before each
	 * @return the same for the same images, whatever order they were read in
	 * @throws CanceledException if the user asked to stop
	 */
	public static DataAudit of(final LabelledImages source,
		final int thumbnailSide, final Progress progress)
	{
		final InspectedImages data = InspectedImages.read(source, thumbnailSide,
			progress);
		final List<Finding> findings = new ArrayList<>();
		findings.addAll(ClassFindings.of(data));
		findings.addAll(FileFindings.of(data));
		findings.addAll(DuplicateFindings.of(data));
		findings.addAll(ShapeFindings.of(data));
		findings.addAll(PixelSizeFindings.of(data));
		findings.addAll(IntensityFindings.of(data));
		findings.addAll(TrainingOutlook.of(data));
		// The sort is stable: within a severity the order above stays.
		findings.sort(Comparator.comparing(Finding::severity));
		return new DataAudit(data, ClassSummary.of(data), findings);
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
