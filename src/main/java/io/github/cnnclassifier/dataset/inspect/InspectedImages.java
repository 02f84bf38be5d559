
package io.github.cnnclassifier.dataset.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.cnnclassifier.dataset.source.FileImage;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.split.NearDuplicates;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.image.ValueSummary;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.ReadAhead;

/**
 * A data set of which every image was read once, be it fit for training or not.
 *
 * @param source what was read
 * @param images the readable images, in the order of the data set; copied
 * @param failed the unreadable images, in the order of the data set; copied
 * @param duplicates images of equal pixels, by index of {@code images}
 * @param near images that are almost the same picture, copies of them included
 */
public record InspectedImages(LabeledImages source, List<InspectedImage> images,
		List<FailedSample> failed, ImageGroups duplicates, NearDuplicates near)
{

	private static final int IMAGES_PER_UPDATE = 64;

	/** Copies the lists. */
	public InspectedImages {
		images = List.copyOf(images);
		failed = List.copyOf(failed);
	}

	/**
	 * Reads every image once, on all cores.
	 *
	 * @param source to read
	 * @param thumbnailSide longest side of the small copies in pixels; 0 for none
	 * @param progress told after each image, asked before each
	 * @return the same for the same images, whatever order they were read in
	 * @throws CanceledException if the user asked to stop
	 */
	static InspectedImages read(final LabeledImages source,
		final int thumbnailSide, final Progress progress)
	{
		return read(source, Map.of(), thumbnailSide, progress);
	}

	/**
	 * The same images after somebody has corrected classes: only those are read
	 * that were not read before.
	 *
	 * @param again the data set as it is found now
	 * @param progress told after each image, asked before each
	 * @return as if all had been read, without small copies
	 * @throws CanceledException if the user asked to stop
	 */
	InspectedImages again(final LabeledImages again, final Progress progress) {
		final Map<String, InspectedImage> known = new HashMap<>();
		images.forEach(image -> known.put(image.name(), image));
		return read(again, known, 0, progress);
	}

	/** @param known images by name that need not be read */
	private static InspectedImages read(final LabeledImages source,
		final Map<String, InspectedImage> known, final int thumbnailSide,
		final Progress progress)
	{
		final List<Sample> samples = source.samples();
		final boolean[] pictured = thumbnailSide == 0 ? new boolean[samples.size()]
			: Thumbnails.choose(samples);
		final List<InspectedImage> images = new ArrayList<>();
		final List<FailedSample> failed = new ArrayList<>();
		final int count = samples.size();
		try (ReadAhead<Reading> readings = new ReadAhead<>(count, IMAGES_PER_UPDATE,
			i -> Reading.of(samples.get(i), known.get(samples.get(i).name()),
				pictured[i] ? thumbnailSide : 0), progress))
		{
			for (int done = 1; done <= count; done++) {
				final Reading reading = readings.next();
				if (reading.failed() == null) images.add(reading.image());
				else failed.add(reading.failed());
				if (done % IMAGES_PER_UPDATE == 0 || done == count) progress.update(
					(double) done / count, "Reading images, " + done + " of " + count);
			}
		}
		final List<SurveyedSample> surveyed = surveyed(images);
		progress.update(Double.NaN, "Comparing images");
		return new InspectedImages(source, images, failed, ImageGroups
			.ofEqualContent(surveyed), NearDuplicates.of(surveyed, progress));
	}

	private static List<SurveyedSample> surveyed(
		final List<InspectedImage> images)
	{
		return images.stream().map(InspectedImage::surveyed).toList();
	}

	/** @return the near duplicates by index of {@code images} */
	public ImageGroups nearDuplicates() {
		return ImageGroups.of(near.groups(), surveyed());
	}

	/** @return what a training learns of the readable images, in their order */
	List<SurveyedSample> surveyed() {
		return surveyed(images);
	}

	/** @return all classes in their order, with their readable images */
	Map<String, List<InspectedImage>> byClass() {
		final Map<String, List<InspectedImage>> classes = new LinkedHashMap<>();
		source.labels().forEach(label -> classes.put(label, new ArrayList<>()));
		images.forEach(image -> classes.get(image.label()).add(image));
		return classes;
	}

	/** @return false for a folder of images without class folders */
	boolean hasClasses() {
		return !source.labels().equals(List.of(LabeledImages.NO_CLASS));
	}

	/** Either of the two is null. */
	private record Reading(InspectedImage image, FailedSample failed) {

		static Reading of(final Sample sample, final InspectedImage known,
			final int thumbnailSide)
		{
			if (known != null) return new Reading(known.as(sample), null);
			final ItemOutcome<InspectedImage> read = ItemOutcome.of(() -> inspected(
				sample, thumbnailSide));
			return new Reading(read.result(), read.isFailed() ? new FailedSample(
				sample.name(), sample.label(), read.reason()) : null);
		}

		private static InspectedImage inspected(final Sample sample,
			final int thumbnailSide) throws IOException
		{
			final FileImage read = sample.source().readWithPlanes();
			final SampleImage image = read.image();
			final List<ValueSummary> values = ValueSummary.of(image);
			return new InspectedImage(SurveyedSample.of(sample, image, values), read
				.slices(), read.frames(), IntensityStatistics.of(image, values),
				thumbnailSide == 0 ? null : Thumbnails.of(image, thumbnailSide));
		}
	}
}
