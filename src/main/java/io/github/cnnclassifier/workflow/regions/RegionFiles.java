
package io.github.cnnclassifier.workflow.regions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.cnnclassifier.dataset.source.RegionList;
import io.github.cnnclassifier.dataset.source.SafeName;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageOrigin;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.workflow.FoldersOfClasses;

/**
 * Chooses a file for each region before the first is written:
 * {@code CLASS/IMAGE_0007.tif}, with slice and frame where the image has
 * several. Images of the same name from different places are numbered, and so
 * are regions of one image that would have the same file. A region that was
 * saved before keeps its file, unless its class is another one now.
 */
final class RegionFiles {

	/** A region and the class that its user gave it. */
	record Labeled(RegionOfInterest roi, String label) {
	}

	/**
	 * What is to be written.
	 *
	 * @param roi a region
	 * @param folder its class
	 * @param path of its file, with '/'
	 * @param former paths under which it was saved before, and no region will be
	 */
	record Planned(RegionOfInterest roi, String folder, String path,
			List<String> former)
	{
	}

	/**
	 * All that is to be written.
	 *
	 * @param files one for each region, in order
	 * @param beside files of other regions that have the number and class of one
	 *          of these; they stay
	 * @param unclear files that may hold one of these regions; they stay
	 */
	record Plan(List<Planned> files, List<String> beside, List<String> unclear) {
	}

	private final ImagePlanes image;
	private final ImageOrigin origin;
	private final Path output;
	private final String extension;
	private final RegionList list;
	private final FormerRegions saved;
	/** Folder by class. */
	private final Map<String, String> folders = new HashMap<>();

	private RegionFiles(final SaveRegions.Request request, final String extension,
		final RegionList list, final SampleImage plane)
	{
		this.image = request.image();
		this.origin = request.origin();
		this.output = request.output();
		this.extension = extension;
		this.list = list;
		saved = new FormerRegions(list, origin.place(), extension, plane);
	}

	/**
	 * @param plane any of the image
	 * @throws UserFailure if two classes would share a folder, or regions of this
	 *           image are there and may not be replaced
	 */
	static Plan plan(final SaveRegions.Request request,
		final List<Labeled> regions, final String extension, final RegionList list,
		final SampleImage plane) throws IOException
	{
		final RegionFiles files = new RegionFiles(request, extension, list, plane);
		if (!request.overwrite()) files.requireNew(regions);
		files.chooseFolders(regions);
		return files.chooseFiles(regions);
	}

	private void chooseFolders(final List<Labeled> regions) throws IOException {
		final FoldersOfClasses chosen = new FoldersOfClasses(existingFolders());
		for (final Labeled region : regions)
			folders.put(region.label(), chosen.of(region.label()));
	}

	private List<String> existingFolders() throws IOException {
		if (!Files.isDirectory(output)) return List.of();
		try (Stream<Path> entries = Files.list(output)) {
			return entries.filter(Files::isDirectory).map(entry -> entry.getFileName()
				.toString()).toList();
		}
	}

	private Plan chooseFiles(final List<Labeled> regions) {
		final List<String> usual = usualPaths(regions);
		final List<String> former = new ArrayList<>();
		final Set<String> taken = new HashSet<>();
		for (int i = 0; i < regions.size(); i++) {
			former.add(former(regions.get(i), usual.get(i), taken));
		}
		final List<String> paths = new ArrayList<>();
		final Set<String> beside = new LinkedHashSet<>();
		for (int i = 0; i < regions.size(); i++) {
			final String path = former.get(i) == null ? free(usual.get(i), taken)
				: former.get(i);
			if (former.get(i) == null && !path.equals(usual.get(i))) beside.add(usual
				.get(i));
			paths.add(path);
		}
		return plan(regions, paths, beside);
	}

	private Plan plan(final List<Labeled> regions, final List<String> paths,
		final Set<String> beside)
	{
		final Set<String> used = Set.copyOf(paths);
		final Set<String> unclear = new LinkedHashSet<>();
		final List<Planned> planned = new ArrayList<>();
		for (int i = 0; i < regions.size(); i++) {
			final RegionOfInterest roi = regions.get(i).roi();
			planned.add(new Planned(roi, folders.get(regions.get(i).label()), paths
				.get(i), saved.of(roi).stream().filter(path -> !used.contains(path))
					.toList()));
			saved.maybe(roi).stream().filter(path -> !used.contains(path) && exists(
				path)).forEach(unclear::add);
		}
		beside.removeAll(used);
		beside.removeAll(unclear);
		return new Plan(planned, List.copyOf(beside), List.copyOf(unclear));
	}

	/** Under a name that no region of another image has. */
	private List<String> usualPaths(final List<Labeled> regions) {
		final String name = SafeName.ofTitle(origin.title());
		for (int copy = 1;; copy++) {
			final String free = copy == 1 ? name : name + "-" + copy;
			final List<String> paths = regions.stream().map(region -> folders.get(
				region.label()) + "/" + free + position(region.roi()) + extension)
				.toList();
			if (paths.stream().noneMatch(path -> exists(path) && !isOurs(path)))
				return paths;
		}
	}

	/**
	 * The file of its class in which a region was saved before, else null. Of a
	 * list that has no outlines, number, class and rectangle must be the same:
	 * then the new file has all that the former one had.
	 */
	private String former(final Labeled region, final String usual,
		final Set<String> taken)
	{
		final String folder = folders.get(region.label()) + "/";
		final List<String> known = new ArrayList<>(saved.of(region.roi()));
		if (saved.maybe(region.roi()).contains(usual)) known.add(usual);
		for (final String path : known) {
			if (path.startsWith(folder) && taken.add(path)) return path;
		}
		return null;
	}

	private String free(final String usual, final Set<String> taken) {
		final String stem = usual.substring(0, usual.length() - extension.length());
		String path = usual;
		for (int copy = 2; exists(path) || !taken.add(path); copy++) {
			path = stem + "-" + copy + extension;
		}
		return path;
	}

	private String position(final RegionOfInterest roi) {
		String position = String.format(Locale.ROOT, "_%04d", roi.index());
		if (image.slices() > 1) position += String.format(Locale.ROOT, "_z%03d", roi
			.slice());
		if (image.frames() > 1) position += String.format(Locale.ROOT, "_t%03d", roi
			.frame());
		return position;
	}

	private boolean exists(final String path) {
		return Files.exists(output.resolve(path));
	}

	private boolean isOurs(final String path) {
		return list.origin(path).filter(origin.place()::equals).isPresent();
	}

	private void requireNew(final List<Labeled> regions) {
		for (final Labeled region : regions) {
			Stream.concat(saved.of(region.roi()).stream(), saved.maybe(region.roi())
				.stream()).filter(this::exists).findFirst().ifPresent(path -> {
					throw new UserFailure("The region '" + region.roi().name() +
						"' of '" + origin.title() + "' was saved before, as '" + path +
						"'. Set overwrite=true to replace it, choose another output, or " +
						"rename the image if it is another one.", List.of(Mend
							.replacing()));
				});
		}
	}
}
