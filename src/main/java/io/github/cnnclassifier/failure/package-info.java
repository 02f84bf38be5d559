/**
 * Errors that are meant for the user. {@link UserFailure} carries a message
 * that says what was expected, what was received and what to do, and perhaps
 * the {@link Mend} of one input that does it; everything else that is thrown is
 * a defect of the program. Uses nothing but the JDK.
 */

package io.github.cnnclassifier.failure;
