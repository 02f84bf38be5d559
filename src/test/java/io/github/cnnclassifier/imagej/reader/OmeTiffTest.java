
package io.github.cnnclassifier.imagej.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;
import io.github.cnnclassifier.imagej.reader.TinyTiff.Page;

/** TIFF files that OME-XML describes. */
@Timeout(20)
class OmeTiffTest extends ImageFiles {

	private static String xml(final String order, final int c, final int z,
		final int t, final String content)
	{
		return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" +
			"<OME xmlns=\"http://www.openmicroscopy.org/Schemas/OME/2016-06\">" +
			"<Image ID=\"Image:0\"><Pixels ID=\"Pixels:0\" DimensionOrder=\"" +
			order + "\" Type=\"uint8\" SizeX=\"2\" SizeY=\"1\" SizeC=\"" + c +
			"\" SizeZ=\"" + z + "\" SizeT=\"" + t +
			"\" PhysicalSizeX=\"0.25\" PhysicalSizeY=\"0.5\">" + content +
			"</Pixels></Image></OME>";
	}

	/** Pages of two pixels: the number of the page, and 100 more. */
	private Path write(final String description, final int count)
		throws IOException
	{
		final Page[] pages = new Page[count];
		Arrays.setAll(pages, i -> new Page(2, 1, 8).strips(new byte[] { (byte) i,
			(byte) (100 + i) }));
		pages[0].with(TiffTag.DESCRIPTION, description);
		return Files.write(folder.resolve("image.tif"), TinyTiff.file(pages));
	}

	@Test
	void threeChannelsAreOneImageWithTheirNamesAndPixelSize() throws IOException {
		final Path file = write(xml("XYCZT", 3, 1, 1,
			"<Channel ID=\"Channel:0:0\" Name=\"DAPI\"/><Channel Name=\"actin\"/>" +
				"<Channel Name=\"tubulin\"/><TiffData/>"), 3);
		final SampleImage image = reader.read(file);
		assertEquals(3, image.channels());
		assertArrayEquals(new float[] { 0, 100, 1, 101, 2, 102 }, image.pixels()
			.toFloats());
		assertEquals(List.of("DAPI", "actin", "tubulin"), image.channelNames());
		assertEquals(0.25, image.pixelSize().orElseThrow().width(), 1e-9);
		assertEquals(0.5, image.pixelSize().orElseThrow().height(), 1e-9);
		assertEquals("\u00b5m", image.pixelSize().orElseThrow().unit());
		assertEquals(1, reader.planeCount(file));
		final ImagePlus opened = reader.open(file);
		assertEquals(3, opened.getNChannels());
		assertArrayEquals(image.pixels().toFloats(), ImagePlusAdapter.current(
			opened).pixels().toFloats());
	}

	/** Order of pages. */
	@ParameterizedTest
	@ValueSource(strings = { "XYCZT", "XYZCT", "XYCTZ", "XYTCZ", "XYZTC",
		"XYTZC" })
	void pagesAreInTheOrderThatTheDescriptionTells(final String order)
		throws IOException
	{
		final int c = 2;
		final int z = 3;
		final int t = 2;
		final Path file = write(xml(order, c, z, t, "<TiffData/>"), c * z * t);
		final ImagePlanes planes = reader.planes(file);
		assertEquals(z, planes.slices());
		assertEquals(t, planes.frames());
		for (int slice = 0; slice < z; slice++) {
			for (int frame = 0; frame < t; frame++) {
				final SampleImage plane = planes.plane(slice, frame);
				for (int channel = 0; channel < c; channel++) {
					assertEquals(page(order, new int[] { channel, slice, frame },
						new int[] { c, z, t }), plane.pixels().get(2 * channel));
				}
			}
		}
	}

	private static int page(final String order, final int[] at,
		final int[] size)
	{
		int page = 0;
		for (int i = 4; i >= 2; i--) {
			final int axis = "CZT".indexOf(order.charAt(i));
			page = page * size[axis] + at[axis];
		}
		return page;
	}

	@Test
	void thePageOfEachPlaneMayBeTold() throws IOException {
		final Path file = write(xml("XYCZT", 2, 1, 1,
			"<TiffData IFD=\"2\" FirstC=\"0\"/><TiffData IFD=\"1\" FirstC=\"1\"/>"),
			3);
		assertArrayEquals(new float[] { 2, 102, 1, 101 }, reader.read(file).pixels()
			.toFloats());
	}

	@Test
	void oneOfSeveralFilesIsRefusedAndSaysSo() throws IOException {
		final String description = xml("XYCZT", 2, 1, 1,
			"<TiffData FirstC=\"0\" IFD=\"0\"><UUID FileName=\"image.tif\">a</UUID>" +
				"</TiffData><TiffData FirstC=\"1\" IFD=\"0\">" +
				"<UUID FileName=\"other.tif\">b</UUID></TiffData>");
		final Path file = write(description, 1);
		final String reason = assertThrows(IOException.class, () -> reader.read(
			file)).getMessage();
		assertTrue(reason.contains("2 channels") && reason.contains("one of 2"),
			reason);
		assertThrows(IOException.class, () -> reader.read(write(
			"<OME><BinaryOnly " + "MetadataFile=\"x.companion.ome\"/></OME>", 1)));
	}

	@Test
	void aFileThatIsAloneMayHaveGotAnotherName() throws IOException {
		final Path file = write(xml("XYCZT", 2, 1, 1, "<TiffData IFD=\"0\" " +
			"PlaneCount=\"2\"><UUID FileName=\"before.ome.tif\">a</UUID></TiffData>"),
			2);
		assertEquals(2, reader.read(file).channels());
	}

	/** Each position of a stage in a file of its own, all described in each. */
	@Test
	void theImageThatIsInTheFileIsRead() throws IOException {
		final String one = xml("XYCZT", 1, 1, 1,
			"<TiffData IFD=\"0\"><UUID FileName=\"first.tif\">a</UUID></TiffData>");
		final String two = xml("XYCZT", 2, 1, 1,
			"<TiffData IFD=\"0\" PlaneCount=\"2\"><UUID FileName=\"image.tif\">b" +
				"</UUID></TiffData>");
		final String both = one.replace("</OME>", "") + two.substring(two.indexOf(
			"<Image"));
		assertEquals(2, reader.read(write(both, 2)).channels());
	}

	@Test
	void colorsThatAreSamplesOfOnePageStayColors() throws IOException {
		final Path file = Files.write(folder.resolve("rgb.tif"), TinyTiff.file(
			new Page(1, 1, 8).with(TiffTag.BITS_PER_SAMPLE, 8, 8, 8).with(
				TiffTag.SAMPLES_PER_PIXEL, 3).with(TiffTag.PHOTOMETRIC, 2).with(
					TiffTag.DESCRIPTION, xml("XYCZT", 3, 1, 1,
						"<Channel SamplesPerPixel=\"3\"/><TiffData/>")).strips(new byte[] {
							1, 2, 3 })));
		assertTrue(reader.read(file).isRgb());
		assertArrayEquals(new float[] { 1, 2, 3 }, reader.read(file).pixels()
			.toFloats());
	}

	@Test
	void planesThatAreMissingAreTold() throws IOException {
		final Path file = write(xml("XYCZT", 3, 5, 1, "<TiffData/>"), 4);
		assertTrue(assertThrows(IOException.class, () -> reader.planes(file))
			.getMessage().contains("has 4 pages"));
	}

	@ParameterizedTest
	@CsvSource({ "SizeC=\"3\",SizeC=\"99999999\"", "SizeC=\"3\",SizeC=\"-3\"",
		"SizeC=\"3\",SizeC=\"9999999999999\"", "XYCZT,XYXXX", "</Image>,</Imag>" })
	void strangeDescriptionsAreRefused(final String right, final String wrong)
		throws IOException
	{
		final Path file = write(xml("XYCZT", 3, 1, 1, "<TiffData/>").replace(right,
			wrong), 3);
		final String reason = assertThrows(IOException.class, () -> reader.read(
			file)).getMessage();
		assertTrue(reason.length() < 400, reason);
	}

	/** Neither other files nor texts that grow when they are read. */
	@Test
	void entitiesAreNotRead() throws IOException {
		final String text = xml("XYCZT", 3, 1, 1, "<Channel/>&secret;<TiffData/>");
		final Path file = write(text.replace("<OME",
			"<!DOCTYPE OME [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]><OME"),
			3);
		assertTrue(assertThrows(IOException.class, () -> reader.read(file))
			.getMessage().contains("cannot be understood"));
	}

	@Test
	void endlessRepetitionsEnd() throws IOException {
		final Path file = write(xml("XYCZT", 1, 40, 5, ("<TiffData FirstZ=\"1\" " +
			"IFD=\"0\" PlaneCount=\"9999999\"/>").repeat(50_000)), 200);
		assertThrows(IOException.class, () -> reader.planeCount(file));
	}
}
