
package io.github.cnnclassifier.workflow.label;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

import io.github.cnnclassifier.dataset.source.TextImages;
import io.github.cnnclassifier.image.ImageWriter;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.Progress;

/** Crops whose pixels are their features, and sessions on them. */
final class LabelingFakes {

	static final Clock CLOCK = Clock.fixed(Instant.parse(
		"2026-02-03T04:05:06.789Z"), ZoneOffset.UTC);

	private LabelingFakes() {}

	/** The pixels themselves, without any network. */
	static final class PixelFeatures implements CropFeatures {

		@Override
		public void compute(final CropImages images, final int[] wanted,
			final Sink sink, final Progress progress)
		{
			for (final int crop : wanted) {
				progress.checkCanceled();
				final ItemOutcome<float[]> pixels = ItemOutcome.of(() -> images.read(
					crop).pixels().toFloats());
				if (pixels.isFailed()) sink.failed(crop, pixels.reason());
				else sink.computed(crop, pixels.result());
			}
		}
	}

	/** Writes what {@link TextImages} reads. */
	static final class TextWriter implements ImageWriter {

		volatile IOException trouble;
		volatile int written;

		@Override
		public void write(final SampleImage image, final Path file)
			throws IOException
		{
			if (trouble != null) throw trouble;
			final StringBuilder text = new StringBuilder(image.width() + " " + image
				.height() + " " + image.channels() + " " + image.bitDepth());
			for (final float value : image.pixels().toFloats())
				text.append(' ').append(value);
			Files.createDirectories(file.getParent());
			Files.writeString(file, text);
			written++;
		}

		@Override
		public String extension() {
			return ".img";
		}
	}

	/**
	 * Images of three pixels around one of three corners.
	 *
	 * @param each so many of each kind
	 */
	static void clouds(final Path folder, final int each) throws IOException {
		final SplittableRandom random = new SplittableRandom(7);
		for (int i = 0; i < 3 * each; i++) {
			final int[] values = new int[3];
			for (int f = 0; f < 3; f++)
				values[f] = 40 + (f == i % 3 ? 120 : 0) + random.nextInt(30);
			TextImages.write(folder.resolve(String.format("%c%03d.img", "abc".charAt(
				i % 3), i / 3)), values);
		}
	}

	static OpenLabelSession session(final Path images, final Path labels,
		final List<String> told) throws IOException
	{
		return session(LabelSource.ofPath(images, new TextImages()), labels, List
			.of("a", "b", "c"), new TextWriter(), told);
	}

	static OpenLabelSession session(final LabelSource source, final Path labels,
		final List<String> classes, final ImageWriter writer,
		final List<String> told) throws IOException
	{
		final OpenLabelSession session = StartLabeling.open(
			new StartLabeling.Request(source, labels, classes, "ada", 1),
			new PixelFeatures(), new Writing(writer, "ada", CLOCK), told::add);
		session.start();
		return session;
	}

	/** Waits until nothing is under way. */
	static void await(final LabelSession session) throws Exception {
		while (session.features().kind() == FeatureStage.Kind.RUNNING)
			TimeUnit.MILLISECONDS.sleep(5);
		session.settled().get(1, TimeUnit.MINUTES);
	}
}
