
package io.github.cnnclassifier.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.swing.JPanel;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.imagej.reader.CountingReader;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.ui.Deeds;
import io.github.cnnclassifier.workflow.train.ModelPlace;
import io.github.cnnclassifier.workflow.train.PreviewTraining;
import io.github.cnnclassifier.workflow.train.TrainingPreview;

/** What is judged while somebody types. */
@Timeout(60)
class JudgingTurnsTest {

	@TempDir
	private Path folder;

	private final List<String> asked = Collections.synchronizedList(
		new ArrayList<>());
	private final BlockingQueue<Judging.Judged> judged =
		new LinkedBlockingQueue<>();
	private final BlockingQueue<String> failed = new LinkedBlockingQueue<>();
	private final Deeds work = new Deeds("judging of a test", new JPanel(),
		words -> {});
	private boolean faulty;
	private final JudgingTurns turns = new JudgingTurns(host(), work, judged::add,
		failed::add);
	private TrainingPreview preview;

	/** Is asked for objections alone. */
	private TrainingHost host() {
		return (TrainingHost) Proxy.newProxyInstance(getClass().getClassLoader(),
			new Class<?>[] { TrainingHost.class }, (proxy, method, arguments) -> {
				assertEquals("objection", method.getName());
				asked.add(String.valueOf(((Map<?, ?>) arguments[0]).get("model")));
				if (faulty) throw new IllegalStateException("a fault");
				return Optional.empty();
			});
	}

	@BeforeEach
	void look() throws Exception {
		TestImages.halves(folder.resolve("images"), 12, 1);
		preview = new PreviewTraining(new CountingReader(), Progress.none()).run(
			new PreviewTraining.Request(folder.resolve("images"), PlanePolicy.EACH,
				CorrectionUse.USE, Optional.empty())).preview();
	}

	@AfterEach
	void end() {
		work.end();
	}

	private Judging named(final String name) {
		return new Judging(Map.of(), Map.of("model", name), List.of(),
			new ModelPlace(folder.toString(), name));
	}

	@Test
	void whatNobodyWaitsForAnyMoreIsNotWorkedOut() throws Exception {
		final Semaphore goesOn = new Semaphore(0);
		EventQueue.invokeAndWait(() -> {
			work.perform(() -> {
				goesOn.acquireUninterruptibly();
				return "";
			});
			for (final String name : List.of("w", "wb", "wbc"))
				turns.begin(preview, named(name));
		});
		goesOn.release();
		final Judging.Judged found = judged.poll(30, TimeUnit.SECONDS);
		assertTrue(found.isPossible(), found.problem());
		assertEquals(List.of("wbc"), asked);
		EventQueue.invokeAndWait(() -> {});
		assertTrue(judged.isEmpty());
	}

	@Test
	void aFaultIsToldInThePlaceOfAJudgment() throws Exception {
		faulty = true;
		EventQueue.invokeAndWait(() -> turns.begin(preview, named("wbc")));
		final String reason = failed.poll(30, TimeUnit.SECONDS);
		assertTrue(reason.contains("a fault of the program"), reason);
		faulty = false;
		EventQueue.invokeAndWait(() -> turns.begin(preview, named("wbc")));
		assertTrue(judged.poll(30, TimeUnit.SECONDS).isPossible());
	}
}
