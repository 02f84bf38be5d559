
package io.github.cnnclassifier.workflow.regions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.cnnclassifier.dataset.source.RegionList;
import io.github.cnnclassifier.dataset.source.SafeName;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ImageOrigin;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.image.SampleImage;

/**
 * Chooses a file for each region before the first is written:
 * {@code CLASS/IMAGE_0007.tif}, with slice and frame where the image has
 * several. Images of the same name from different places are numbered.
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

	private final ImagePlanes image;
	private final ImageOrigin origin;
	private final Path output;
	private final String extension;
	private final RegionList list;
	/** Folder by class. */
	private final Map<String, String> folders = new HashMap<>();

	private RegionFiles(final SaveRegions.Request request, final String extension,
		final RegionList list)
	{
		this.image = request.image();
		this.origin = request.origin();
		this.output = request.output();
		this.extension = extension;
		this.list = list;
	}

	/**
	 * @param plane any of the image
	 * @throws UserFailure if two classes would share a folder, or regions of this
	 *           image are there and may not be replaced
	 */
	static List<Planned> plan(final SaveRegions.Request request,
		final List<Labeled> regions, final String extension, final RegionList list,
		final SampleImage plane) throws IOException
	{
		final RegionFiles files = new RegionFiles(request, extension, list);
		files.chooseFolders(regions);
		final List<Planned> planned = files.withFormer(files.freeNames(regions),
			plane);
		if (!request.overwrite()) files.requireNew(planned);
		return planned;
	}

	private void chooseFolders(final List<Labeled> regions) throws IOException {
		final Map<String, String> existing = existingFolders();
		final Map<String, String> chosen = new HashMap<>();
		for (final Labeled region : regions) {
			final String label = region.label();
			final String folder = SafeName.of(label);
			final String key = folder.toLowerCase(Locale.ROOT);
			requireSame(chosen.putIfAbsent(key, label), label);
			requireSame(existing.putIfAbsent(key, folder), folder);
			folders.put(label, folder);
		}
	}

	private static void requireSame(final String other, final String label) {
		if (other != null && !other.equals(label)) throw new UserFailure(
			"Expected classes that differ in more than case and special characters, " +
				"found '" + other + "' and '" + label + "'. Rename one of them.");
	}

	/** By name in lower case, as some systems do not tell cases apart. */
	private Map<String, String> existingFolders() throws IOException {
		final Map<String, String> folders = new HashMap<>();
		if (!Files.isDirectory(output)) return folders;
		try (Stream<Path> entries = Files.list(output)) {
			entries.filter(Files::isDirectory).map(entry -> entry.getFileName()
				.toString()).forEach(name -> folders.put(name.toLowerCase(Locale.ROOT),
					name));
		}
		return folders;
	}

	/** Names that no region of another image has. */
	private List<Planned> freeNames(final List<Labeled> regions) {
		final String name = SafeName.ofTitle(origin.title());
		for (int copy = 1;; copy++) {
			final List<Planned> planned = named(copy == 1 ? name : name + "-" + copy,
				regions);
			if (planned.stream().noneMatch(p -> exists(p) && !isOurs(p)))
				return planned;
		}
	}

	private List<Planned> named(final String name, final List<Labeled> regions) {
		final List<Planned> planned = new ArrayList<>();
		for (final Labeled region : regions) {
			final String folder = folders.get(region.label());
			planned.add(new Planned(region.roi(), folder, folder + "/" + name +
				position(region.roi()) + extension, List.of()));
		}
		return planned;
	}

	/** In another class, or under another number. */
	private List<Planned> withFormer(final List<Planned> planned,
		final SampleImage plane)
	{
		final FormerRegions saved = new FormerRegions(list, origin.place(),
			extension, plane);
		final Set<String> used = planned.stream().map(Planned::path).collect(
			Collectors.toSet());
		return planned.stream().map(p -> new Planned(p.roi(), p.folder(), p.path(),
			saved.of(p.roi()).stream().filter(path -> !used.contains(path)).toList()))
			.toList();
	}

	private String position(final RegionOfInterest roi) {
		String position = String.format(Locale.ROOT, "_%04d", roi.index());
		if (image.slices() > 1) position += String.format(Locale.ROOT, "_z%03d", roi
			.slice());
		if (image.frames() > 1) position += String.format(Locale.ROOT, "_t%03d", roi
			.frame());
		return position;
	}

	private boolean exists(final Planned planned) {
		return Files.exists(output.resolve(planned.path()));
	}

	private boolean isOurs(final Planned planned) {
		return list.origin(planned.path()).filter(origin.place()::equals)
			.isPresent();
	}

	private void requireNew(final List<Planned> planned) {
		planned.stream().filter(p -> exists(p) || !p.former().isEmpty()).findFirst()
			.ifPresent(first -> {
				throw new UserFailure("The region '" + first.roi().name() + "' of '" +
					origin.title() + "' was saved before, as '" + (first.former()
						.isEmpty() ? first.path() : first.former().get(0)) +
					"'. Set overwrite=true to replace it, choose another output, or rename " +
					"the image if it is another one.");
			});
	}
}
