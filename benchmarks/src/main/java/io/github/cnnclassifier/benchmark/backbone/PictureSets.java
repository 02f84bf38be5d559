
package io.github.cnnclassifier.benchmark.backbone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.random.SeedTree;

/** Reads the sets of images that a backbone learns from. */
final class PictureSets {

	private static final int FIELD_PATCH = 64;
	private static final int FIELD_STEP = 32;
	/** Each nucleus is a class of its own, so more than this would take long. */
	private static final int MOST_NUCLEI = 3000;
	private static final int MOST_DIGITS = 10_000;
	private static final int MOST_PHOTOS = 20_000;

	private final Path folder;
	private final ImageReader reader;

	/** @param folder with one folder for each set */
	PictureSets(final Path folder, final ImageReader reader) {
		this.folder = folder;
		this.reader = reader;
	}

	/** @throws IOException if a file cannot be read */
	PictureSet read(final String name) throws IOException {
		switch (name) {
			case "plankton":
			case "mitocheck":
			case "wbc":
				return folders(name, folder.resolve(name), PictureSet.ANY_WAY,
					Integer.MAX_VALUE);
			case "clothing":
				return folders(name, folder.resolve(name), PictureSet.UPRIGHT,
					Integer.MAX_VALUE);
			case "cifar10":
				return folders(name, folder.resolve(name).resolve("train"),
					PictureSet.UPRIGHT, MOST_PHOTOS);
			case "mnist":
				return folders(name, folder.resolve(name), PictureSet.AS_WRITTEN,
					MOST_DIGITS);
			case "nuclei":
				return eachItself(name);
			case "focus16":
				return patches(name);
			case "blood_smears":
				return boxes(name);
			default:
				throw new IllegalArgumentException("Expected one of the sets " +
					"plankton, mitocheck, clothing, cifar10, mnist, nuclei, focus16, " +
					"blood_smears, got '" + name + "'");
		}
	}

	private List<Sample> samples(final Path source, final int most) {
		final LabeledImages images = LabeledImages.open(source, reader, Set.of());
		final SeedTree order = new SeedTree(1).child("order");
		return images.samples().stream().filter(s -> s
			.declaredSide() != Side.TEST).sorted(Comparator.comparingLong(s -> order
				.child(s.name()).seed())).limit(most).toList();
	}

	private PictureSet folders(final String name, final Path source,
		final Augmentation augmentation, final int most) throws IOException
	{
		final List<Sample> samples = samples(source, most);
		final List<String> labels = samples.stream().map(Sample::label).distinct()
			.sorted().toList();
		final List<Picture> pictures = new ArrayList<>();
		for (final Sample sample : samples)
			pictures.add(Picture.of(sample.source().read(), 0, 255, labels.indexOf(
				sample.label())));
		return PictureSet.of(name, labels, pictures, augmentation);
	}

	private PictureSet eachItself(final String name) throws IOException {
		final List<Picture> pictures = new ArrayList<>();
		final List<String> labels = new ArrayList<>();
		for (final Sample sample : samples(folder.resolve(name), MOST_NUCLEI)) {
			pictures.add(Picture.of(sample.source().read(), 0, 255, labels.size()));
			labels.add(sample.name());
		}
		return PictureSet.of(name, labels, pictures, PictureSet.ANY_WAY);
	}

	/** A class for each level of focus. */
	private PictureSet patches(final String name) throws IOException {
		final List<Picture> pictures = new ArrayList<>();
		final List<String> labels;
		try (Stream<Path> levels = Files.list(folder.resolve(name))) {
			labels = levels.map(p -> p.getFileName().toString()).sorted().toList();
		}
		for (final String label : labels) {
			final SampleImage field = read(folder.resolve(name).resolve(label)
				.resolve("field.tif"));
			for (int y = 0; y + FIELD_PATCH <= field.height(); y += FIELD_STEP) {
				for (int x = 0; x + FIELD_PATCH <= field.width(); x += FIELD_STEP)
					pictures.add(Picture.of(field.crop(new Region(x, y, FIELD_PATCH,
						FIELD_PATCH)), 0, 2500, labels.indexOf(label)));
			}
		}
		return PictureSet.of(name, labels, pictures, PictureSet.AS_SHARP);
	}

	private PictureSet boxes(final String name) throws IOException {
		final Path set = folder.resolve(name);
		final List<String> labels = new ArrayList<>();
		final List<Picture> pictures = new ArrayList<>();
		final Map<String, SampleImage> images = new LinkedHashMap<>();
		for (final String line : Files.readAllLines(set.resolve("boxes.csv"))
			.stream().skip(1).toList())
		{
			final String[] cells = line.split(",");
			if (!labels.contains(cells[1])) labels.add(cells[1]);
			if (!images.containsKey(cells[0])) images.put(cells[0], read(set.resolve(
				"images").resolve(cells[0])));
			final SampleImage image = images.get(cells[0]);
			final int x = Math.max(0, Integer.parseInt(cells[2]));
			final int y = Math.max(0, Integer.parseInt(cells[3]));
			final int right = Math.min(image.width(), Integer.parseInt(cells[4]));
			final int bottom = Math.min(image.height(), Integer.parseInt(cells[5]));
			if (right > x && bottom > y) pictures.add(Picture.of(image.crop(
				new Region(x, y, right - x, bottom - y)), 0, 255, labels.indexOf(
					cells[1])));
		}
		return PictureSet.of(name, labels, pictures, PictureSet.ANY_WAY);
	}

	private SampleImage read(final Path file) throws IOException {
		return reader.read(file);
	}
}
