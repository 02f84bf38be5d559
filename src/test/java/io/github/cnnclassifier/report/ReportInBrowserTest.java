
package io.github.cnnclassifier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Reports as a browser shows them, on a screen, on a phone and on paper. With
 * {@code CHROMIUM=required} in the environment it is a failure if there is
 * none; with {@code REPORT_PICTURES=FOLDER} pictures of the pages are left
 * there.
 */
class ReportInBrowserTest {

	private static final int DESKTOP = 1280;
	private static final int PHONE = 390;
	/** What A4 leaves between the margins of the style sheet, at 96 dpi. */
	private static final int PAPER = 688;

	@TempDir
	private static Path folder;

	private static Chromium browser;

	@BeforeAll
	static void startChromium() throws IOException {
		final Optional<String> installed = Chromium.installed();
		if (installed.isEmpty() && "required".equals(System.getenv("CHROMIUM")))
			fail("Expected chromium on the path, found none.");
		assumeTrue(installed.isPresent(),
			"There is no chromium on this computer: install it to see how pages look.");
		browser = Chromium.start(installed.get(), Files.createDirectory(folder
			.resolve("profile")));
	}

	@AfterAll
	static void endIt() {
		if (browser != null) browser.close();
	}

	@ParameterizedTest
	@EnumSource(SamplePages.class)
	void noPageComplainsOrAsksForAnything(final SamplePages page)
		throws IOException
	{
		browser.open(written(page), DESKTOP);
		assertEquals(List.of(), browser.complaints());
		assertEquals(List.of(), browser.requests());
		assertNull(browser.value("window.stolen"), "no name is run as a script");
		keep(page, "desktop.png", browser.screenshot());
	}

	@ParameterizedTest
	@EnumSource(SamplePages.class)
	void noPageScrollsSidewaysAndWideTablesDo(final SamplePages page)
		throws IOException
	{
		final Path file = written(page);
		for (final int width : new int[] { DESKTOP, PHONE }) {
			browser.open(file, width);
			assertEquals(width, browser.value("document.documentElement.scrollWidth")
				.getAsInt(), "of the page");
			assertEquals("", browser.value(WIDER).getAsString());
		}
		assertTrue(browser.value("[...document.querySelectorAll('.wide')]" +
			".filter(t => t.scrollWidth > t.clientWidth)" +
			".every(t => getComputedStyle(t).overflowX === 'auto')").getAsBoolean());
		keep(page, "phone.png", browser.screenshot());
	}

	/** Elements that reach over the page and stand in nothing that scrolls. */
	private static final String WIDER =
		"[...document.body.querySelectorAll('*')]" +
			".filter(e => !e.closest('.wide') && e.getBoundingClientRect().right > " +
			"document.documentElement.clientWidth + 1).map(e => e.outerHTML)" +
			".join('\\n').slice(0, 1000)";

	@ParameterizedTest
	@EnumSource(SamplePages.class)
	void nothingIsCutOffOnPaper(final SamplePages page) throws IOException {
		browser.setPrinting(true);
		try {
			browser.open(written(page), PAPER);
			assertEquals("", browser.value(
				"[...document.querySelectorAll('table,img,p,dl')]" +
					".filter(e => e.getBoundingClientRect().right > " + (PAPER + 1) +
					").map(e => e.className + ' ' + e.getBoundingClientRect().right)" +
					".join('\\n').slice(0, 1000)").getAsString());
		}
		finally {
			browser.setPrinting(false);
		}
		keep(page, "paper.pdf", browser.pdf());
	}

	private static Path written(final SamplePages page) throws IOException {
		final Path file = folder.resolve(page.name().toLowerCase() + ".html");
		if (!Files.exists(file)) Files.write(file, page.html().getBytes(
			StandardCharsets.UTF_8));
		return file;
	}

	private static void keep(final SamplePages page, final String name,
		final byte[] bytes) throws IOException
	{
		final String pictures = System.getenv("REPORT_PICTURES");
		if (pictures == null) return;
		Files.createDirectories(Path.of(pictures));
		Files.write(Path.of(pictures, page.name().toLowerCase() + "-" + name),
			bytes);
	}
}
