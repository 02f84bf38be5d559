
package io.github.cnnclassifier.workflow.regions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.cnnclassifier.dataset.source.RegionClasses;
import io.github.cnnclassifier.dataset.source.RegionList;
import io.github.cnnclassifier.dataset.source.SavedRegion;
import io.github.cnnclassifier.dataset.survey.FailedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageOrigin;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.ImageWriter;
import io.github.cnnclassifier.image.LastPlane;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.RegionCrop;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.OutputClaim;
import io.github.cnnclassifier.storage.Outputs;

/**
 * Saves the regions of an image as training images: one file each, in class
 * folders, and a list of where each came from.
 */
public final class SaveRegions {

	/**
	 * What is asked for.
	 *
	 * @param image from which the regions are cut
	 * @param origin of that image
	 * @param regions of the image
	 * @param cropping how they are cut
	 * @param classFrom auto, group or name, as {@link RegionClasses} has it
	 * @param className the class of all regions; blank for none
	 * @param output folder of the class folders; may hold regions of other images
	 * @param overwrite whether regions of this very image that were saved before
	 *          may be replaced, also in another class; those of others never are
	 */
	public record Request(ImagePlanes image, ImageOrigin origin,
			List<RegionOfInterest> regions, RegionCropping cropping, String classFrom,
			String className, Path output, boolean overwrite)
	{
	}

	/**
	 * What came of it.
	 *
	 * @param counts saved regions per class
	 * @param failed regions without a class, with the reason
	 * @param list the file that says where each came from
	 */
	public record Result(Map<String, Integer> counts, List<FailedSample> failed,
			Path list)
	{

		/** @return the number of saved regions */
		public int saved() {
			return counts.values().stream().mapToInt(Integer::intValue).sum();
		}
	}

	private final ImageWriter writer;
	private final Progress progress;
	private final Map<String, Integer> counts = new TreeMap<>();
	private final List<FailedSample> failed = new ArrayList<>();
	/** Path of the new file by that of the former. */
	private final Map<String, String> moved = new LinkedHashMap<>();

	/**
	 * For one call of {@link #run}.
	 *
	 * @param writer of the host
	 * @param progress shows and cancels
	 */
	public SaveRegions(final ImageWriter writer, final Progress progress) {
		this.writer = writer;
		this.progress = progress;
	}

	/**
	 * Saves.
	 *
	 * @param request what is asked for
	 * @return what came of it
	 * @throws UserFailure if no region has a class, classes cannot be told apart
	 *           as folders, regions of this image are there already, or another
	 *           run is writing the same list
	 * @throws CanceledException if the user stopped; what was saved until then
	 *           stays and is in the list
	 * @throws IOException if the disk fails; the same holds
	 */
	public Result run(final Request request) throws IOException {
		Outputs.requireWritableFolder(request.output());
		try (OutputClaim claim = OutputClaim.of(request.output().resolve(
			RegionList.NAME)))
		{
			return saveAlone(request);
		}
	}

	private Result saveAlone(final Request request) throws IOException {
		final RegionList list = RegionList.of(request.output());
		final ImagePlanes planes = new LastPlane(request.image());
		final List<RegionFiles.Planned> files = RegionFiles.plan(request, classes(
			request), writer.extension(), list, first(request, planes));
		try {
			for (final RegionFiles.Planned planned : files) {
				progress.checkCanceled();
				save(request, planes, planned, list);
				progress.update((double) saved() / files.size(), "Saved " + saved() +
					" of " + files.size() + " regions");
			}
		}
		finally {
			if (saved() > 0) list.write();
			removeFormer(request, list);
		}
		return new Result(counts, failed, list.file());
	}

	private static SampleImage first(final Request request,
		final ImagePlanes planes) throws IOException
	{
		final RegionOfInterest roi = request.regions().get(0);
		return planes.plane(roi.slice() - 1, roi.frame() - 1);
	}

	/**
	 * Only now that the new ones are listed: whenever a run is killed, a list
	 * tells where each file came from.
	 */
	private void removeFormer(final Request request, final RegionList list)
		throws IOException
	{
		if (moved.isEmpty()) return;
		for (final Map.Entry<String, String> move : moved.entrySet()) {
			Files.deleteIfExists(request.output().resolve(move.getKey()));
			list.remove(move.getKey());
			progress.message("Moved '" + move.getKey() + "' to '" + move.getValue() +
				"', as it is the same region.");
		}
		list.write();
	}

	private int saved() {
		return counts.values().stream().mapToInt(Integer::intValue).sum();
	}

	/** The class of each region that has one, in order. */
	private List<RegionFiles.Labeled> classes(final Request request) {
		final RegionClasses classes = RegionClasses.of(request.classFrom(), request
			.className(), request.regions());
		if (request.regions().isEmpty()) throw new UserFailure(
			"Expected regions that can be cut out of '" + request.origin().title() +
				"', found none; the messages before say what is wrong with each. " +
				"Choose regions with an area inside of the image.");
		final List<RegionFiles.Labeled> labeled = new ArrayList<>();
		for (final RegionOfInterest roi : request.regions()) {
			try {
				labeled.add(new RegionFiles.Labeled(roi, classes.of(roi)));
			}
			catch (final UserFailure e) {
				failed.add(new FailedSample(roi.name(), "", e.getMessage()));
			}
		}
		if (labeled.isEmpty()) throw new UserFailure(
			"Expected a class for each region, found none" + (failed.isEmpty() ? "."
				: ". The first of " + failed.size() + ": " + failed.get(0).reason() +
					"."));
		return labeled;
	}

	private void save(final Request request, final ImagePlanes planes,
		final RegionFiles.Planned planned, final RegionList list) throws IOException
	{
		final RegionOfInterest roi = planned.roi();
		final SampleImage plane = planes.plane(roi.slice() - 1, roi.frame() - 1);
		final Region cut = RegionCrop.cut(plane.width(), plane.height(), roi
			.bounds(), request.cropping().margin());
		writer.write(RegionCrop.of(plane, roi, request.cropping()), request.output()
			.resolve(planned.path()));
		for (final String former : planned.former()) {
			list.inherit(planned.path(), former);
			moved.put(former, planned.path());
		}
		list.put(new SavedRegion(planned.path(), planned.folder(), request.origin()
			.place(), roi, cut, request.cropping()));
		counts.merge(planned.folder(), 1, Integer::sum);
	}
}
