
package io.github.cnnclassifier.dataset.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.TextImages;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

class SurveyTest {

	@TempDir
	private Path root;

	private Survey survey() {
		return Survey.of(LabeledImages.open(root, new TextImages(), Set.of()),
			Progress.none());
	}

	private static Sample sample(final String label, final String name,
		final int width, final float... values)
	{
		return new Sample(label, name, null, () -> new SampleImage(width,
			values.length / width, 1, false, 32, Pixels.of(values), null, name));
	}

	private static Survey survey(final Sample... samples) {
		return Survey.of(new LabeledImages("memory", List.of("a", "b"), Arrays
			.asList(samples), List.of()), Progress.none());
	}

	@Test
	void everyImageIsMeasured() throws IOException {
		TextImages.writeText(root.resolve("a/1.img"), "2 1 3 16 5 9 1 2 3 4000");
		TextImages.write(root.resolve("b/1.img"), 7);
		final SurveyedSample first = survey().samples().get(0);
		assertEquals("a/1.img", first.sample().name());
		assertEquals(2, first.width());
		assertEquals(1, first.height());
		assertEquals(3, first.channels());
		assertTrue(first.rgb());
		assertEquals(16, first.bitDepth());
		assertEquals(1, first.min());
		assertEquals(4000, first.max());
		assertTrue(first.contentHash().matches("v[0-9a-f]{15}"));
	}

	@Test
	void equalPixelsHaveEqualHashesWhateverStoredThem() throws IOException {
		TextImages.writeDeep(root.resolve("a/8.img"), 8, 1, 2, 255);
		TextImages.writeDeep(root.resolve("a/16.img"), 16, 1, 2, 255);
		TextImages.writeText(root.resolve("a/32.img"), "3 1 1 32 1.0 2.0 255.0");
		TextImages.write(root.resolve("b/1.img"), 1, 2, 254);
		final List<String> hashes = survey().samples().stream().map(
			SurveyedSample::contentHash).collect(Collectors.toList());
		assertEquals(hashes.get(0), hashes.get(1));
		assertEquals(hashes.get(0), hashes.get(2));
		assertNotEquals(hashes.get(0), hashes.get(3));
	}

	@Test
	void aPngHasTheHashOfItsPixels() throws IOException {
		final BufferedImage image = new BufferedImage(2, 1,
			BufferedImage.TYPE_BYTE_GRAY);
		image.getRaster().setSample(0, 0, 0, 17);
		image.getRaster().setSample(1, 0, 0, 200);
		final Path file = root.resolve("x.png");
		assertTrue(ImageIO.write(image, "png", file.toFile()));
		final Sample png = new Sample("a", "x.png", null, () -> {
			final BufferedImage read = ImageIO.read(file.toFile());
			final byte[] pixels = (byte[]) read.getRaster().getDataElements(0, 0, 2,
				1, null);
			return new SampleImage(2, 1, 1, false, 8, Pixels.ofUnsignedBytes(pixels),
				null, "x.png");
		});
		final Survey survey = survey(png, sample("b", "y", 2, 17f, 200f));
		assertEquals(survey.samples().get(0).contentHash(), survey.samples().get(1)
			.contentHash());
	}

	@Test
	void theHashKnowsShapeAndSignedZeroIsZero() {
		final List<SurveyedSample> samples = survey(sample("a", "1", 4, 0, 1, 2, 3),
			sample("a", "2", 2, 0, 1, 2, 3), sample("b", "3", 4, -0f, 1, 2, 3))
			.samples();
		assertNotEquals(samples.get(0).contentHash(), samples.get(1).contentHash());
		assertEquals(samples.get(0).contentHash(), samples.get(2).contentHash());
	}

	@Test
	void unreadableImagesAreRowsWithReasonsAndTheRunGoesOn() throws IOException {
		TextImages.write(root.resolve("a/1.img"), 1);
		TextImages.writeText(root.resolve("a/empty.img"), "");
		TextImages.writeText(root.resolve("b/nan.img"), "1 1 1 32 NaN");
		TextImages.write(root.resolve("b/2.img"), 2);
		final Survey survey = survey();
		assertEquals(2, survey.samples().size());
		assertEquals(List.of("a/empty.img", "b/nan.img"), survey.failed().stream()
			.map(FailedSample::name).collect(Collectors.toList()));
		assertEquals("The file is cut short.", survey.failed().get(0).reason());
		assertTrue(survey.failed().get(1).reason().startsWith(
			"Expected finite pixel values, found NaN in "));
	}

	@Test
	void oneImageAtHandIsMeasuredLikeAFile() {
		final SampleImage image = new SampleImage(2, 1, 1, false, 16, Pixels.of(
			new float[] { 3, 900 }), null, "open.tif");
		final SurveyedSample measured = SurveyedSample.of(image);
		assertEquals("open.tif", measured.sample().name());
		assertEquals(3, measured.min());
		assertEquals(900, measured.max());
		assertEquals(survey(sample("a", "1", 2, 3, 900)).samples().get(0)
			.contentHash(), measured.contentHash());
	}

	@Test
	void nothingReadableIsAFailureThatShowsTheFirstReason() throws IOException {
		TextImages.writeText(root.resolve("a/1.img"), "");
		TextImages.writeText(root.resolve("b/1.img"), "");
		final UserFailure e = assertThrows(UserFailure.class, this::survey);
		assertTrue(e.getMessage().startsWith("None of the 2 images"), e
			.getMessage());
		assertTrue(e.getMessage().contains("'a/1.img': The file is cut short."));
	}

	@Test
	void theFingerprintKnowsContentAndLabelsButNotNamesOrOrder() {
		final List<Sample> samples = new ArrayList<>(List.of(sample("a", "1", 1, 1),
			sample("a", "2", 1, 2), sample("b", "3", 1, 3)));
		final String fingerprint = survey(samples.toArray(new Sample[0]))
			.fingerprint();
		assertTrue(fingerprint.matches("[0-9a-f]{64}"));
		Collections.reverse(samples);
		samples.set(0, sample("b", "renamed", 1, 3));
		assertEquals(fingerprint, survey(samples.toArray(new Sample[0]))
			.fingerprint());
		samples.set(0, sample("a", "3", 1, 3));
		assertNotEquals(fingerprint, survey(samples.toArray(new Sample[0]))
			.fingerprint());
	}

	@Test
	void cancelingStopsReading() {
		final AtomicInteger reads = new AtomicInteger();
		final List<Sample> samples = new ArrayList<>();
		for (int i = 0; i < 10000; i++) {
			samples.add(new Sample("a", "n", null, () -> {
				reads.incrementAndGet();
				return new SampleImage(1, 1, 1, false, 8, Pixels.of(new float[1]), null,
					"n");
			}));
		}
		final Progress canceled = new CancelWhen(() -> reads.get() >= 10);
		assertThrows(CanceledException.class, () -> Survey.of(new LabeledImages(
			"memory", List.of("a", "b"), samples, List.of()), canceled));
		assertTrue(reads.get() < 100, reads + " reads");
	}

	@Test
	void aDefectOfTheReaderIsNotHidden() {
		assertThrows(IllegalStateException.class, () -> survey(new Sample("a", "1",
			null, () -> {
				throw new IllegalStateException("defect");
			})));
	}
}
