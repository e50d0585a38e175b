"""Certificates for tests: an authority, and what it or nobody signed."""

import ipaddress
import ssl
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

DAY = timedelta(days=1)


class Authority:
    """Signs certificates; ``folder`` gets its own as ``authority.pem``."""

    def __init__(self, folder):
        self.folder = folder
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Authority of the tests")])
        self.file = folder / "authority.pem"
        certificate = self._build(self.name, self.key, is_authority=True)
        self.file.write_bytes(certificate.public_bytes(Encoding.PEM))

    def serve(self, *, address="127.0.0.1", days=1, self_signed=False):
        """A server's TLS context with a certificate for an address, which ends so many days from now."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, address)])
        certificate = self._build(
            name, key, address=address, days=days, signed_by=key if self_signed else self.key
        )
        path = self.folder / f"{address}.{days}.{self_signed}.pem"
        private = key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
        path.write_bytes(private + certificate.public_bytes(Encoding.PEM))
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context

    def _build(self, name, key, *, address="", days=1, signed_by=None, is_authority=False):
        end = datetime.now(UTC) + days * DAY
        builder = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name if signed_by is key else self.name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(end - 3 * DAY)
            .not_valid_after(end)
            .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        )
        if address:
            names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))])
            builder = builder.add_extension(names, critical=False)
        return builder.sign(signed_by or key, hashes.SHA256())
