
package io.github.cnnclassifier.dataset.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.ImageReader;
import io.github.cnnclassifier.image.MadePlanes;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;

/**
 * A small image format of the tests' own: width, height, channels, bit depth
 * and values as words, in files ending in .img. The values of further slices
 * stand behind a bar each.
 */
public final class TextImages implements ImageReader {

	/** How often a file was opened. */
	final AtomicInteger opened = new AtomicInteger();

	@Override
	public SampleImage read(final Path file) throws IOException {
		opened.incrementAndGet();
		final String text = Files.readString(file, StandardCharsets.ISO_8859_1);
		if (text.contains("|")) throw new IOException("The file is a stack.");
		return read(file, text);
	}

	@Override
	public ImagePlanes planes(final Path file) throws IOException {
		opened.incrementAndGet();
		final String[] slices = Files.readString(file, StandardCharsets.ISO_8859_1)
			.split("\\|");
		final String head = String.join(" ", Arrays.copyOf(slices[0].trim().split(
			"\\s+"), 4));
		return new MadePlanes(slices.length, 1, (slice, frame) -> read(file,
			slice == 0 ? slices[0] : head + " " + slices[slice]));
	}

	@Override
	public int planeCount(final Path file) throws IOException {
		return Files.readString(file, StandardCharsets.ISO_8859_1).split(
			"\\|").length;
	}

	private static SampleImage read(final Path file, final String text)
		throws IOException
	{
		final String[] words = text.trim().split("\\s+");
		if (words.length < 5) throw new IOException("The file is cut short.");
		final int channels = Integer.parseInt(words[2]);
		final float[] values = new float[words.length - 4];
		for (int i = 0; i < values.length; i++) {
			values[i] = Float.parseFloat(words[i + 4]);
		}
		return new SampleImage(Integer.parseInt(words[0]), Integer.parseInt(
			words[1]), channels, channels == 3, Integer.parseInt(words[3]), Pixels.of(
				values), null, file.toString());
	}

	@Override
	public boolean looksLikeImage(final Path file) {
		return file.toString().endsWith(".img");
	}

	/** Writes an 8-bit image of one row. */
	public static Path write(final Path file, final int... values)
		throws IOException
	{
		return writeDeep(file, 8, values);
	}

	public static Path writeDeep(final Path file, final int bitDepth,
		final int... values) throws IOException
	{
		final StringBuilder text = new StringBuilder(values.length + " 1 1 " +
			bitDepth);
		for (final int value : values) {
			text.append(' ').append(value);
		}
		return writeText(file, text.toString());
	}

	public static Path writeText(final Path file, final String text)
		throws IOException
	{
		Files.createDirectories(file.getParent());
		return Files.writeString(file, text);
	}
}
