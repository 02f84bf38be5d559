
package io.github.cnnclassifier.dataset.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.TextImages;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.Progress;

/** Sizes, channels and values of known faults. */
class ImageFindingsTest extends InspectedFolder {

	@Test
	void pixelSizesAreComparedWhateverTheirUnitIsCalled() {
		final PixelSize micron = new PixelSize(0.5, 0.5, "micron");
		final PixelSize um = new PixelSize(0.5001, 0.5, "\u00b5m");
		says(sized(micron, um), Severity.NOTE,
			"The pixel size is 0.5 x 0.5 micron.");
		says(sized(micron, null, um), Severity.WARNING,
			"1 image of 3 do not tell theirs");
		says(sized(micron, new PixelSize(1, 1, "micron")), Severity.WARNING,
			"The pixel size differs: 1 image 0.5 x 0.5 micron, 1 image 1 x 1 " +
				"micron.");
		says(sized(micron, new PixelSize(0.5, 0.5, "mm")), Severity.WARNING,
			"The pixel size differs");
		says(sized(null, null), Severity.NOTE, "No image tells its pixel size.");
	}

	private static DataAudit sized(final PixelSize... sizes) {
		final List<Sample> samples = new ArrayList<>();
		for (final PixelSize size : sizes) {
			final float value = samples.size();
			samples.add(new Sample("a", "a/" + value, null, () -> new SampleImage(1,
				2, 1, false, 8, Pixels.of(new float[] { value, 99 }), size, "")));
		}
		return DataAudit.of(new LabeledImages("memory", List.of("a"), samples, List
			.of()), 0, Progress.none());
	}

	@Test
	void saturationThatGoesWithTheClassIsTold() throws IOException {
		fill("a", 20, 0);
		for (int i = 0; i < 20; i++) {
			write("b/" + i + ".img", i, 255, 99, 98);
		}
		says(audit(), Severity.WARNING, "20 images of 40 are saturated",
			"100 % of 'b' and 0 % of 'a'");
	}

	@Test
	void mixedChannelsAreCountedAndTheRefusalIsQuoted() throws IOException {
		fill("a", 20, 0);
		fill("b", 20, 40);
		writeText("b/two.img", "1 2 2 8 1 2 3 4");
		final DataAudit audit = audit();
		says(audit, Severity.WARNING,
			"differ in channels: 40 images gray, 1 image of 2 channels");
		says(audit, Severity.PROBLEM,
			"Expected images with the same channels, found");
	}

	@Test
	void grayAndColorTogetherLeadToASetting() throws IOException {
		fill("a", 20, 0);
		fill("b", 20, 40);
		writeText("b/color.img", "1 2 3 8 1 2 3 4 5 6");
		says(audit(), Severity.WARNING, "1 image RGB, 40 images gray",
			"channels=gray");
	}

	@Test
	void grayImagesStoredAsColorAreRecognized() throws IOException {
		for (int i = 0; i < 3; i++) {
			writeText("a/" + i + ".img", "2 1 3 8 " + (i + " 99 ").repeat(3));
			writeText("b/" + i + ".img", "2 1 3 8 " + (i + " 77 ").repeat(3));
		}
		says(audit(), Severity.NOTE, "All images are RGB.",
			"channels=gray makes a smaller, faster network");
	}

	@Test
	void aPropertyThatGoesWithTheClassIsAWarning() throws IOException {
		for (int i = 0; i < 20; i++) {
			TextImages.writeDeep(root.resolve("a/" + i + ".img"), 8, i, 200);
			TextImages.writeDeep(root.resolve("b/" + i + ".img"), 16, i, 200, 3);
		}
		final DataAudit audit = audit();
		says(audit, Severity.WARNING, "The bit depth of the images gives");
		says(audit, Severity.WARNING, "The size of the images gives");
		says(audit, Severity.WARNING,
			"differ in bit depth: 20 images 8 bit, 20 images 16 bit");
		silent(audit, "The number of channels of the images give");
	}

	@Test
	void sizesThatDifferMuchAreAWarningAndLittleANote() throws IOException {
		fill("a", 20, 0);
		fill("b", 20, 40);
		write("b/wide.img", 1, 2, 3, 4, 5);
		says(audit(), Severity.NOTE, "differ in size: 4 to 5 pixels wide, 1 high");
		write("b/wider.img", 1, 2, 3, 4, 5, 6, 7, 8);
		says(audit(), Severity.WARNING, "4 to 8 pixels wide",
			"stretching distorts shapes");
	}

	@Test
	void constantImagesAndChannelsAreNamed() throws IOException {
		fill("a", 20, 0);
		fill("b", 20, 40);
		write("b/flat.img", 9, 9, 9, 9);
		assertEquals(List.of("b/flat.img"), finding(audit(), Severity.WARNING,
			"1 image is constant").files());
		writeText("b/dark.img", "2 1 2 8 5 5 1 2");
		assertEquals(List.of("b/dark.img"), finding(audit(), Severity.WARNING,
			"A channel (1) is constant in 1 image").files());
	}

	@Test
	void saturatedImagesAreNamed() throws IOException {
		fill("a", 20, 0);
		fill("b", 20, 40);
		write("b/bright.img", 1, 2, 255, 3);
		assertEquals(List.of("b/bright.img"), finding(audit(), Severity.WARNING,
			"1 image of 41 is saturated").files());
		assertEquals(1, audit().classes().get(1).saturated());
	}

	@Test
	void fewBitsInUseAreTold() throws IOException {
		for (int i = 0; i < 20; i++) {
			TextImages.writeDeep(root.resolve("a/" + i + ".img"), 16, i, 3000);
			TextImages.writeDeep(root.resolve("b/" + i + ".img"), 16, i, 2000);
		}
		says(audit(), Severity.NOTE, "only 12 of 16 bits", "range=0..65535");
	}

	@Test
	void aNarrowRangeLeadsToASetting() throws IOException {
		for (int i = 0; i < 20; i++) {
			write("a/" + i + ".img", i, 20);
			write("b/" + i + ".img", i, 19);
		}
		says(audit(), Severity.WARNING, "within 8 % of the range 0..255",
			"range=0..25 leaves some room");
	}

	@Test
	void aFewImagesThatDecideTheRangeAreNamed() throws IOException {
		for (int i = 0; i < 50; i++) {
			TextImages.writeDeep(root.resolve("a/" + i + ".img"), 16, i, 3000);
			TextImages.writeDeep(root.resolve("b/" + i + ".img"), 16, i, 2000);
		}
		TextImages.writeDeep(root.resolve("b/hot.img"), 16, 5, 60000);
		final Finding found = finding(audit(), Severity.WARNING,
			"1 image of 101 alone has values above 4095, up to 60000");
		assertEquals(List.of("b/hot.img"), found.files());
	}
}
