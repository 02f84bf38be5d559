
package io.github.cnnclassifier.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.imagej.reader.CountingReader;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.workflow.train.PreviewTraining;
import io.github.cnnclassifier.workflow.train.TrainingCorrections;
import io.github.cnnclassifier.workflow.train.TrainingPreview;

/** Pictures of images before a training, and decisions about these. */
@Timeout(60)
class PreviewPicturesTest {

	@TempDir
	private Path folder;

	private final CountingReader reader = new CountingReader();
	private final Semaphore made = new Semaphore(0);
	private final PreviewPictures pictures = new PreviewPictures(16,
		made::release);

	@AfterEach
	void close() {
		pictures.close();
	}

	private TrainingPreview look(final Optional<TrainingPreview> before) {
		return new PreviewTraining(reader, Progress.none()).run(
			new PreviewTraining.Request(folder.resolve("images"), PlanePolicy.EACH,
				CorrectionUse.USE, before)).preview();
	}

	/** @return how many images were read for that */
	private int lookAtAll(final TrainingPreview seen) throws Exception {
		final int before = reader.reads();
		final int[] missing = new int[1];
		EventQueue.invokeAndWait(() -> {
			pictures.show(seen);
			for (int i = 0; i < seen.size(); i++)
				if (pictures.of(i) == null) missing[0]++;
		});
		made.tryAcquire(missing[0], 30, TimeUnit.SECONDS);
		EventQueue.invokeAndWait(() -> {
			for (int i = 0; i < seen.size(); i++) {
				final ItemOutcome<BufferedImage> picture = pictures.of(i);
				assertNotNull(picture, seen.name(i));
				assertFalse(picture.isFailed(), seen.name(i));
			}
		});
		return reader.reads() - before;
	}

	@Test
	void aDecisionMakesNoPictureAnew() throws Exception {
		TestImages.halves(folder.resolve("images"), 6, 1);
		final TrainingPreview first = look(Optional.empty());
		final TrainingCorrections corrections = new TrainingCorrections(first, "",
			Clock.systemUTC());
		assertEquals(12, lookAtAll(first));
		corrections.move(List.of("left/000.png"), "right");
		final TrainingPreview moved = look(Optional.of(first));
		assertEquals(0, lookAtAll(moved));
		corrections.see(moved);
		corrections.leaveOut(List.of("left/001.png"));
		final TrainingPreview without = look(Optional.of(moved));
		assertEquals(0, lookAtAll(without));
		assertEquals(11, without.size());
	}

	@Test
	void imagesThatAreReadAnewHaveNewPictures() throws Exception {
		TestImages.halves(folder.resolve("images"), 3, 1);
		final TrainingPreview first = look(Optional.empty());
		assertEquals(6, lookAtAll(first));
		EventQueue.invokeAndWait(() -> pictures.show(null));
		assertEquals(6, lookAtAll(first));
	}
}
