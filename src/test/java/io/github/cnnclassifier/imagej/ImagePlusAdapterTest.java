
package io.github.cnnclassifier.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileInfo;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import io.github.cnnclassifier.image.SampleImage;

class ImagePlusAdapterTest {

	private static final byte[] RAMP = { 0, 1, 100, (byte) 200, (byte) 254,
		(byte) 255 };
	private static final float[] VALUES = { 0, 1, 100, 200, 254, 255 };

	private static ImagePlus ramp() {
		return new ImagePlus("ramp", new ByteProcessor(3, 2, RAMP.clone(), null));
	}

	@Test
	void displayRangeAndLookUpTablesChangeNothing() {
		final ImagePlus image = ramp();
		IJ.setMinAndMax(image, 50, 60);
		assertArrayEquals(VALUES, values(image));
		image.getProcessor().invertLut();
		image.updateImage();
		assertTrue(image.isInvertedLut());
		assertArrayEquals(VALUES, values(image));
		image.setLut(LUT.createLutFromColor(Color.GREEN));
		final FileInfo file = new FileInfo();
		file.fileFormat = FileInfo.IMAGEIO;
		image.setFileInfo(file);
		assertArrayEquals(VALUES, values(image));
		IJ.setMinAndMax(image, 0, 90);
		assertArrayEquals(VALUES, values(image));
		image.getProcessor().setThreshold(100, 255, ImageProcessor.RED_LUT);
		assertArrayEquals(VALUES, values(image));
	}

	@Test
	void calibrationFunctionChangesNothing() {
		final ImagePlus image = ramp();
		image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] {
			5, -3 }, "od");
		assertArrayEquals(VALUES, values(image));
	}

	@Test
	void equalValuesInAllDepthsGiveEqualSamples() {
		final ImagePlus eight = ramp();
		final ImagePlus sixteen = new ImagePlus("16", eight.getProcessor()
			.convertToShort(false));
		final ImagePlus floats = new ImagePlus("32", new FloatProcessor(3, 2, VALUES
			.clone()));
		IJ.setMinAndMax(sixteen, 3, 7);
		IJ.setMinAndMax(floats, 3, 7);
		assertArrayEquals(VALUES, values(eight));
		assertArrayEquals(VALUES, values(sixteen));
		assertArrayEquals(VALUES, values(floats));
		assertEquals(8, ImagePlusAdapter.current(eight).bitDepth());
		assertEquals(16, ImagePlusAdapter.current(sixteen).bitDepth());
		assertEquals(32, ImagePlusAdapter.current(floats).bitDepth());
	}

	@Test
	void unsignedSixteenBitValuesStayPositive() {
		final ImagePlus image = new ImagePlus("16", new ShortProcessor(2, 1,
			new short[] { (short) 65535, (short) 32768 }, null));
		assertArrayEquals(new float[] { 65535, 32768 }, values(image));
	}

	@Test
	void signedSixteenBitImagesHaveTheirTrueValues() {
		final ImagePlus image = new ImagePlus("signed", new ShortProcessor(2, 1,
			new short[] { 0, (short) (32768 + 7) }, null));
		image.getLocalCalibration().setSigned16BitCalibration();
		assertArrayEquals(new float[] { -32768, 7 }, values(image));
	}

	@Test
	void rgbGivesThreePlanesAndSaysSo() {
		final ImagePlus image = new ImagePlus("rgb", new ColorProcessor(2, 1,
			new int[] { 0x010203, 0xfffefd }));
		final SampleImage sample = ImagePlusAdapter.current(image);
		assertTrue(sample.isRgb());
		assertEquals(8, sample.bitDepth());
		assertArrayEquals(new float[] { 1, 255, 2, 254, 3, 253 }, sample.pixels()
			.toFloats());
	}

	@Test
	void paletteOfAnImageFileBecomesRgb() {
		final ImagePlus image = new ImagePlus("palette", new ByteProcessor(2, 1,
			new byte[] { 7, 9 }, null));
		final byte[] red = new byte[256];
		final byte[] green = new byte[256];
		final byte[] blue = new byte[256];
		new Random(1).nextBytes(red);
		red[7] = 10;
		green[7] = 20;
		blue[7] = 30;
		red[9] = (byte) 200;

		image.setLut(new LUT(red, green, blue));
		assertFalse(ImagePlusAdapter.current(image).isRgb());
		final FileInfo file = new FileInfo();
		file.fileFormat = FileInfo.GIF_OR_JPG;
		image.setFileInfo(file);
		final SampleImage sample = ImagePlusAdapter.current(image);
		assertTrue(sample.isRgb());
		final float[] colors = { 10, 200, 20, 0, 30, 0 };
		assertArrayEquals(colors, sample.pixels().toFloats());
		IJ.setMinAndMax(image, 8, 9);
		assertArrayEquals(colors, values(image));
		image.getProcessor().setThreshold(8, 255, ImageProcessor.RED_LUT);
		assertArrayEquals(colors, values(image));
	}

	@Test
	void allChannelsOfTheCurrentPositionAreTaken() {
		final ImagePlus image = hyperstack();
		image.setPosition(2, 3, 2);
		final SampleImage sample = ImagePlusAdapter.current(image);
		assertEquals(2, sample.channels());
		assertFalse(sample.isRgb());
		assertArrayEquals(new float[] { 132, 232 }, sample.pixels().toFloats());
		assertEquals("hyper, slice 3, frame 2", sample.source());
	}

	@Test
	void planesAreSlicesWithinFrames() {
		final ImagePlus image = hyperstack();
		final List<Plane> planes = ImagePlusAdapter.planes(image);
		assertEquals(6, planes.size());
		assertEquals(new Plane(2, 1), planes.get(1));
		assertEquals(new Plane(1, 2), planes.get(3));
		assertArrayEquals(new float[] { 112, 212 }, ImagePlusAdapter.at(image,
			planes.get(3)).pixels().toFloats());
		assertThrows(IllegalArgumentException.class, () -> ImagePlusAdapter.at(
			image, new Plane(4, 1)));
	}

	@Test
	void pixelSizeIsTakenOnlyIfKnown() {
		final ImagePlus image = ramp();
		assertTrue(ImagePlusAdapter.current(image).pixelSize().isEmpty());
		image.getCalibration().pixelWidth = 0.5;
		image.getCalibration().pixelHeight = 0.25;
		image.getCalibration().setUnit("micron");
		final SampleImage sample = ImagePlusAdapter.current(image);
		assertEquals(0.5, sample.pixelSize().orElseThrow().width());
		assertEquals(0.25, sample.pixelSize().orElseThrow().height());
		assertEquals("micron", sample.pixelSize().orElseThrow().unit());
	}

	@Test
	void laterChangesOfTheImageDoNotReachTheSample() {
		final ImagePlus image = ramp();
		final SampleImage sample = ImagePlusAdapter.current(image);
		image.getProcessor().set(0, 77);
		assertEquals(0, sample.pixels().get(0));
	}

	private static float[] values(final ImagePlus image) {
		return ImagePlusAdapter.current(image).pixels().toFloats();
	}

	/** Values are 100 x channel + 10 x slice + frame. */
	private static ImagePlus hyperstack() {
		final ImageStack stack = new ImageStack(1, 1);
		for (int t = 1; t <= 2; t++) {
			for (int z = 1; z <= 3; z++) {
				for (int c = 1; c <= 2; c++) {
					stack.addSlice(new ShortProcessor(1, 1, new short[] { (short) (100 *
						c + 10 * z + t) }, null));
				}
			}
		}
		final ImagePlus image = new ImagePlus("hyper", stack);
		image.setDimensions(2, 3, 2);
		image.setOpenAsHyperStack(true);
		return new CompositeImage(image, IJ.COMPOSITE);
	}
}
