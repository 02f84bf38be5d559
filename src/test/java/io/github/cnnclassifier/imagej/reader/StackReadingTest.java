
package io.github.cnnclassifier.imagej.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.LutLoader;
import ij.process.ShortProcessor;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.ImagePlusPlanes;

/** Slices and frames of files. */
class StackReadingTest extends ImageFiles {

	@Test
	void stackIsRefusedWithItsSize() throws IOException {
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		for (int i = 0; i < 5; i++) {
			stack.addSlice(shorts(i));
		}
		final Path file = save(new ImagePlus("stack", stack), "tif");
		final IOException e = assertThrows(IOException.class, () -> reader.read(
			file));
		assertTrue(e.getMessage().contains(
			"a stack of 5 slices; expected one plane"), e.getMessage());
	}

	@Test
	void timeSeriesOfTwoChannelsIsRefused() throws IOException {
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		for (int i = 0; i < 6; i++) {
			stack.addSlice(shorts(i));
		}
		final ImagePlus image = new ImagePlus("series", stack);
		image.setDimensions(2, 1, 3);
		image.setOpenAsHyperStack(true);
		final Path file = save(image, "tif");
		final IOException e = assertThrows(IOException.class, () -> reader.read(
			file));
		assertTrue(e.getMessage().contains("stack of 3"), e.getMessage());
	}

	/** Channels, slices, frames. */
	@ParameterizedTest
	@CsvSource({ "1,1,1", "1,5,1", "1,1,4", "2,1,1", "2,3,1", "2,1,3", "3,2,4" })
	void planesAreCountedFromTheHeadAsTheyAreRead(final int channels,
		final int slices, final int frames) throws IOException
	{
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		for (int i = 0; i < channels * slices * frames; i++) {
			stack.addSlice(shorts(i));
		}
		final ImagePlus image = new ImagePlus("stack", stack);
		image.setDimensions(channels, slices, frames);
		image.setOpenAsHyperStack(true);
		final Path file = save(image, "tif");
		assertEquals(slices * frames, reader.planeCount(file));
		final ImagePlanes planes = reader.planes(file);
		assertEquals(slices, planes.slices());
		assertEquals(frames, planes.frames());
		assertEquals(channels, planes.plane(0).channels());
		// the last plane: all channels of the last slice and frame
		final int last = channels * slices * frames - channels;
		assertEquals(last, planes.plane(slices * frames - 1).pixels().get(0));
		assertThrows(IllegalArgumentException.class, () -> planes.plane(slices, 0));
	}

	@ParameterizedTest
	@ValueSource(strings = { "8", "16", "signed", "32", "rgb", "palette" })
	void planesReadOneByOneAreThoseOfTheWholeStack(final String type)
		throws IOException
	{
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		for (int i = 0; i < 3; i++) {
			final ShortProcessor values = shorts(200 * i);
			stack.addSlice(switch (type) {
				case "8", "palette" -> values.convertToByte(true);
				case "32" -> values.convertToFloatProcessor();
				case "rgb" -> values.convertToRGB();
				default -> values;
			});
		}
		final ImagePlus image = new ImagePlus("stack", stack);
		if (type.equals("signed")) image.getCalibration()
			.setSigned16BitCalibration();
		if (type.equals("palette")) image.getProcessor().setColorModel(LutLoader
			.getLut("fire"));
		image.getCalibration().setUnit("um");
		image.getCalibration().pixelWidth = 0.5;
		final Path file = save(image, "tif");
		final ImagePlanes whole = new ImagePlusPlanes(reader.open(file), "");
		final ImagePlanes single = reader.planes(file);
		assertEquals(3, single.count());
		for (int i = 0; i < 3; i++) {
			final SampleImage expected = whole.plane(i);
			final SampleImage found = single.plane(i);
			assertArrayEquals(expected.pixels().toFloats(), found.pixels()
				.toFloats());
			assertEquals(expected.isRgb(), found.isRgb());
			assertEquals(expected.bitDepth(), found.bitDepth());
			assertEquals(expected.pixelSize(), found.pixelSize());
		}
	}

	@Test
	void planesReadOneByOneKeepTheNamesOfTheirChannels() throws IOException {
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		for (int i = 0; i < 4; i++)
			stack.addSlice(i % 2 == 0 ? "DAPI" : "actin", shorts(i));
		final ImagePlus image = new ImagePlus("stack", stack);
		image.setDimensions(2, 2, 1);
		image.setOpenAsHyperStack(true);
		final ImagePlanes planes = reader.planes(save(image, "tif"));
		for (int i = 0; i < 2; i++)
			assertEquals(List.of("DAPI", "actin"), planes.plane(i).channelNames());
	}

	/** So that a data set has one failed image, not one for each plane. */
	@Test
	void aStackThatIsCutShortHasNoCount() throws IOException {
		final ImageStack stack = new ImageStack(SIDE, SIDE);
		for (int i = 0; i < 5; i++) {
			stack.addSlice(shorts(i));
		}
		final Path file = save(new ImagePlus("stack", stack), "tif");
		final byte[] bytes = Files.readAllBytes(file);
		Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
		final IOException e = assertThrows(IOException.class, () -> reader
			.planeCount(file));
		assertTrue(e.getMessage().contains("cut short"), e.getMessage());
	}

	/** Pages with a directory each, as most programs but ImageJ write them. */
	@Test
	void pagesOfOtherProgramsArePlanes() throws IOException {
		final Path file = folder.resolve("pages.tif");
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff")
			.next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(file
			.toFile()))
		{
			writer.setOutput(out);
			writer.prepareWriteSequence(null);
			for (int page = 0; page < 3; page++) {
				final BufferedImage image = new BufferedImage(4, 2,
					BufferedImage.TYPE_BYTE_GRAY);
				image.getRaster().setSample(0, 0, 0, 10 + page);
				writer.writeToSequence(new IIOImage(image, null, null), null);
			}
			writer.endWriteSequence();
		}
		finally {
			writer.dispose();
		}
		assertEquals(3, reader.planeCount(file));
		final ImagePlanes planes = reader.planes(file);
		assertEquals(3, planes.count());
		assertEquals(12, planes.plane(2).pixels().get(0));
	}

	@Test
	void singleImagesHaveOnePlane() throws IOException {
		for (final String extension : List.of("png", "gif", "tif", "fits")) {
			final Path file = save(gray(), extension);
			assertEquals(1, reader.planeCount(file), extension);
			assertArrayEquals(reader.read(file).pixels().toFloats(), reader.planes(
				file).plane(0).pixels().toFloats());
		}
	}
}
