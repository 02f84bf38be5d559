
package io.github.cnnclassifier.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;

import org.junit.jupiter.api.Test;

class LastPlaneTest {

	private int made;
	private boolean broken;

	/** The value of its only pixel says which plane it is. */
	private final ImagePlanes planes = new LastPlane(new MadePlanes(3, 2, (slice,
		frame) -> {
		if (broken) throw new IOException("broken");
		made++;
		return new SampleImage(1, 1, 1, false, 8, Pixels.of(new float[] { 10 *
			slice + frame }), null, "planes");
	}));

	private float value(final int slice, final int frame) throws IOException {
		return planes.plane(slice, frame).pixels().get(0);
	}

	@Test
	void planeAskedForAgainIsNotMadeAgain() throws IOException {
		assertSame(planes.plane(2, 1), planes.plane(2, 1));
		assertEquals(1, made);
	}

	@Test
	void otherSliceOrFrameIsAnotherPlane() throws IOException {
		assertEquals(0, value(0, 0));
		assertEquals(1, value(0, 1));
		assertEquals(11, value(1, 1));
		assertEquals(0, value(0, 0));
		assertEquals(4, made);
		assertEquals(6, planes.count());
	}

	@Test
	void planeThatCouldNotBeReadIsNotTakenForTheFormerOne() throws IOException {
		assertEquals(10, value(1, 0));
		broken = true;
		assertThrows(IOException.class, () -> value(2, 0));
		broken = false;
		assertEquals(10, value(1, 0));
		assertEquals(20, value(2, 0));
	}
}
